package org.voltrail.client.testing;

import org.voltrail.model.Check;
import org.voltrail.model.Command;
import org.voltrail.model.Query;

/** A command and a query that mean nothing. */
public final class Note {
    private Note() {}

    public record Answer(String text) {}

    public record Take(String text) implements Command<Answer> {
        @Override
        public String contract() {
            return "note";
        }

        @Override
        public String transaction() {
            return "take";
        }

        @Override
        public Class<Answer> resultType() {
            return Answer.class;
        }

        @Override
        public void validate(Check check) {}
    }

    public record Read(String text) implements Query<Answer> {
        @Override
        public String contract() {
            return "note";
        }

        @Override
        public String transaction() {
            return "read";
        }

        @Override
        public Class<Answer> resultType() {
            return Answer.class;
        }

        @Override
        public void validate(Check check) {}
    }
}
