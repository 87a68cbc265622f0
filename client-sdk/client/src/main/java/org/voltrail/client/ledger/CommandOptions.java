package org.voltrail.client.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.Deadlines;
import org.voltrail.client.RetryPolicy;

/**
 * What may be said about one command.
 *
 * @param commandId the command's id; a fresh one if absent
 * @param transientData private inputs by name; they reach the endorsing peers and are not on the ledger
 * @param endorsingOrganisations MSP ids of the organisations that must endorse, all of them; empty lets the gateway choose after the
 *     endorsement policy. Name them where private data must not leave certain organisations
 * @param deadlines instead of the client's
 * @param retry instead of the client's
 */
public record CommandOptions(
        @Nullable CommandId commandId,
        Map<String, byte[]> transientData,
        Set<String> endorsingOrganisations,
        @Nullable Deadlines deadlines,
        @Nullable RetryPolicy retry) {
    /** A fresh id and the client's own settings. */
    public static final CommandOptions NONE = new CommandOptions(null, Map.of(), Set.of(), null, null);

    /** Copies the collections. */
    public CommandOptions {
        transientData = Map.copyOf(transientData);
        endorsingOrganisations = Set.copyOf(endorsingOrganisations);
    }

    /** The same under a given id. */
    public CommandOptions withCommandId(CommandId value) {
        return new CommandOptions(value, transientData, endorsingOrganisations, deadlines, retry);
    }

    /**
     * The same under a given id.
     *
     * @throws IllegalArgumentException if it is not of a command id's form
     */
    public CommandOptions withCommandId(String value) {
        return withCommandId(CommandId.of(value));
    }

    /** The same with one more private input. */
    public CommandOptions withTransient(String name, byte[] value) {
        Map<String, byte[]> more = new TreeMap<>(transientData);
        more.put(name, value.clone());
        return new CommandOptions(commandId, more, endorsingOrganisations, deadlines, retry);
    }

    /** The same with one more private input, in UTF-8. */
    public CommandOptions withTransient(String name, String value) {
        return withTransient(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with endorsements by these organisations, named by their MSP ids. */
    public CommandOptions withEndorsingOrganisations(String... mspIds) {
        return new CommandOptions(commandId, transientData, Set.of(mspIds), deadlines, retry);
    }

    /** The same with other deadlines. */
    public CommandOptions withDeadlines(Deadlines value) {
        return new CommandOptions(commandId, transientData, endorsingOrganisations, value, retry);
    }

    /** The same with another retry policy. */
    public CommandOptions withRetry(RetryPolicy value) {
        return new CommandOptions(commandId, transientData, endorsingOrganisations, deadlines, value);
    }
}
