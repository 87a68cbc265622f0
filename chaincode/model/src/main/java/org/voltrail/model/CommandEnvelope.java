package org.voltrail.model;

import java.util.Map;

/**
 * The one argument of a submit transaction.
 *
 * @param commandId chosen by the client, 1 to 64 characters of {@code [A-Za-z0-9._-]}; unique within the client's organisation.
 *     Submitting the same command under the same id again is harmless.
 * @param command what to do
 * @param expectedHeads the last events, by battery id, on which the client based its decision; if one of these batteries has
 *     moved on, the command is refused with {@code STALE_HEAD}. Mostly empty.
 * @param <C> type of the command
 */
public record CommandEnvelope<C extends Command<?>>(String commandId, C command, Map<String, String> expectedHeads)
        implements Validated {
    /** Most batteries whose heads may be named. */
    public static final int EXPECTED_HEADS_MAX = 100;

    /** Copies the map. */
    public CommandEnvelope {
        expectedHeads = Copies.sortedMap(expectedHeads);
    }

    /** An envelope without expectations. */
    public CommandEnvelope(String commandId, C command) {
        this(commandId, command, Map.of());
    }

    @Override
    public void validate(Check check) {
        check.id("commandId", commandId);
        check.atMost("expectedHeads", expectedHeads.keySet(), EXPECTED_HEADS_MAX);
        check.required("command", command).validate(check.at("command"));
    }
}
