package org.voltrail.cli.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The figures of a run, in the form that later runs are compared in. */
final class Figures {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<Integer, Load.Measured> submit = new LinkedHashMap<>();
    private final Map<Integer, Load.Measured> evaluate = new LinkedHashMap<>();
    private OptionalDouble batteriesPerSecond = OptionalDouble.empty();
    private OptionalDouble startSeconds = OptionalDouble.empty();
    private OptionalDouble bytesPerTransaction = OptionalDouble.empty();

    void submit(int clients, Load.Measured measured) {
        submit.put(clients, measured);
    }

    void evaluate(int clients, Load.Measured measured) {
        evaluate.put(clients, measured);
    }

    void batteriesPerSecond(double value) {
        batteriesPerSecond = OptionalDouble.of(value);
    }

    void startSeconds(double value) {
        startSeconds = OptionalDouble.of(value);
    }

    void bytesPerTransaction(double value) {
        bytesPerTransaction = OptionalDouble.of(value);
    }

    /** As {@code {"submit":{"1":{"tps":…,"p50_ms":…,"p95_ms":…,"p99_ms":…},…},"evaluate":{…},"batch":{…},"start_s":…,"bytes_per_tx":…}}. */
    ObjectNode json() {
        ObjectNode root = JSON.createObjectNode();
        put(root.putObject("submit"), submit);
        put(root.putObject("evaluate"), evaluate);
        ObjectNode batch = root.putObject("batch");
        batteriesPerSecond.ifPresent(value -> batch.put("batteries_per_s", rounded(value)));
        startSeconds.ifPresent(value -> root.put("start_s", rounded(value)));
        bytesPerTransaction.ifPresent(value -> root.put("bytes_per_tx", Math.round(value)));
        return root;
    }

    private static void put(ObjectNode parent, Map<Integer, Load.Measured> steps) {
        steps.forEach((clients, measured) -> parent.putObject(String.valueOf(clients))
                .put("tps", rounded(measured.perSecond()))
                .put("p50_ms", rounded(measured.p50()))
                .put("p95_ms", rounded(measured.p95()))
                .put("p99_ms", rounded(measured.p99())));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    void write(Path file) throws IOException {
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json()) + System.lineSeparator());
    }
}
