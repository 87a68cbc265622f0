package org.voltrail.cli.bulk;

import com.fasterxml.jackson.databind.JsonNode;

/** An entry as JSON, or why it is none. Exactly one of the two is there. */
sealed interface RawEntry {

    long line();

    record Json(long line, JsonNode json) implements RawEntry {}

    record Unreadable(Refusal refusal) implements RawEntry {
        @Override
        public long line() {
            return refusal.line();
        }
    }
}
