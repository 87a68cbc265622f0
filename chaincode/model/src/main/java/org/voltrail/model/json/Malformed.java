package org.voltrail.model.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;

/** Turns a JSON parser's complaints into typed errors. */
final class Malformed {
    private Malformed() {}

    static LedgerException empty() {
        return new LedgerException(ErrorCode.MALFORMED_REQUEST, "The JSON is null or empty.");
    }

    static LedgerException because(IOException cause) {
        LedgerException typed = typedCause(cause);
        if (typed != null) {
            return typed;
        }
        LedgerError error = LedgerError.of(ErrorCode.MALFORMED_REQUEST, sentence(cause));
        String path = cause instanceof JsonMappingException mapping ? path(mapping.getPath()) : "";
        return (path.isEmpty() ? error : error.at(path)).exception();
    }

    private static @Nullable LedgerException typedCause(@Nullable Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof LedgerException typed) {
                return typed;
            }
        }
        return null;
    }

    private static String sentence(IOException cause) {
        if (!(cause instanceof JsonProcessingException json)) {
            return "The JSON cannot be read.";
        }
        JsonLocation where = json.getLocation();
        String place = where == null ? "" : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
        return "The JSON cannot be read: " + firstLine(json.getOriginalMessage()) + place;
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }

    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            append(path, reference);
        }
        return path.toString();
    }

    private static void append(StringBuilder path, JsonMappingException.Reference reference) {
        if (reference.getFieldName() == null) {
            path.append('[').append(reference.getIndex()).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
        }
    }

    static void refuseFractions(JsonNode tree) {
        if (tree.isFloatingPointNumber()) {
            throw new LedgerException(ErrorCode.MALFORMED_REQUEST, "Fractional numbers are not accepted.");
        }
        tree.forEach(Malformed::refuseFractions);
    }
}
