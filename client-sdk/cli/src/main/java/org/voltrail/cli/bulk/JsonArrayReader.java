package org.voltrail.cli.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;

/** Reads the elements of a JSON array one at a time. An error in the JSON itself ends the reading: what follows cannot be made out. */
final class JsonArrayReader implements EntrySource.RawReader {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path file;
    private final JsonParser parser;
    private long element;

    private JsonArrayReader(Path file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static JsonArrayReader open(Path file, InputStream in) throws IOException {
        JsonParser parser = MAPPER.createParser(in);
        JsonArrayReader reader = new JsonArrayReader(file, parser);
        if (reader.token() != JsonToken.START_ARRAY) {
            throw new CliException(ExitCode.LOCAL, file + " should hold a JSON array of entries.",
                    "For one JSON object on each line use the ending .ndjson.");
        }
        return reader;
    }

    @Override
    public @Nullable RawEntry next() throws IOException {
        JsonToken token = token();
        if (token == null || token == JsonToken.END_ARRAY) {
            return null;
        }
        try {
            JsonNode node = MAPPER.readTree(parser);
            return new RawEntry.Json(++element, node);
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    private @Nullable JsonToken token() throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    private CliException broken(JsonProcessingException e) {
        return new CliException(ExitCode.LOCAL, file + " is not JSON after element " + element + ", line "
                + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), "Mend it and run the same command again.", e);
    }
}
