package org.voltrail.cli.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.LedgerException;
import org.voltrail.model.json.CanonicalJson;

/** Reads a JSON object from each line; blank lines are passed over. */
final class LineReader implements EntrySource.RawReader {

    private final BufferedReader lines;
    private long number;

    LineReader(InputStream in) {
        lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable RawEntry next() throws IOException {
        String line = lines.readLine();
        while (line != null) {
            number++;
            if (!line.isBlank()) {
                return parse(line);
            }
            line = lines.readLine();
        }
        return null;
    }

    private RawEntry parse(String line) {
        try {
            return new RawEntry.Json(number, CanonicalJson.read(line, JsonNode.class));
        } catch (LedgerException e) {
            return new RawEntry.Unreadable(Refusal.of(number, e.error(), e.error().field()));
        }
    }
}
