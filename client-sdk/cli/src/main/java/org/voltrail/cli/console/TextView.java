package org.voltrail.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Shows any record as aligned lines of {@code name  value}, members of inner records by their path. */
final class TextView {

    private TextView() {}

    static List<String> lines(JsonNode node) {
        List<Map.Entry<String, String>> rows = new ArrayList<>();
        collect("", node, rows);
        int width = rows.stream().mapToInt(row -> row.getKey().length()).max().orElse(0);
        return rows.stream().map(row -> line(row, width)).toList();
    }

    private static String line(Map.Entry<String, String> row, int width) {
        return row.getKey().isEmpty() ? row.getValue() : String.format("%-" + width + "s  %s", row.getKey(), row.getValue());
    }

    private static void collect(String path, JsonNode node, List<Map.Entry<String, String>> rows) {
        if (node.isObject()) {
            node.properties().forEach(member -> collect(join(path, member.getKey()), member.getValue(), rows));
        } else if (node.isArray() && hasRecords(node)) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), rows);
            }
        } else {
            rows.add(Map.entry(path, scalar(node)));
        }
    }

    private static boolean hasRecords(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).anyMatch(JsonNode::isContainerNode);
    }

    private static String scalar(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(", "));
        }
        return node.asText();
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
