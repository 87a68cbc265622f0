package org.voltrail.model;

/**
 * The one argument of a submit transaction.
 *
 * @param commandId chosen by the client, 1 to 64 characters of {@code [A-Za-z0-9._-]}; unique within the client's organisation.
 *     Submitting the same command under the same id again is harmless.
 * @param command what to do
 * @param <C> type of the command
 */
public record CommandEnvelope<C extends Command<?>>(String commandId, C command) implements Validated {
    @Override
    public void validate(Check check) {
        check.id("commandId", commandId);
        check.required("command", command);
        command.validate(check.at("command"));
    }
}
