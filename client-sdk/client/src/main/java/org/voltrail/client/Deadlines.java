package org.voltrail.client;

import java.time.Duration;

/**
 * How long the client waits at each stage. The clock of a stage starts anew with every attempt; {@link #command} bounds all attempts
 * of one command together, pauses included.
 *
 * @param evaluate a query, one attempt
 * @param endorse collecting the endorsements of a transaction
 * @param submit handing a transaction to the orderers
 * @param commitStatus waiting for the block that holds the transaction
 * @param command a whole command, from the first attempt to the final answer
 */
public record Deadlines(Duration evaluate, Duration endorse, Duration submit, Duration commitStatus, Duration command) {
    /** Evaluate 30 s, endorse 30 s, submit 30 s (the defaults of a peer's gateway), commit status 60 s, command 3 min. */
    public static final Deadlines DEFAULT = new Deadlines(
            Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofMinutes(3));

    /**
     * Checks the durations.
     *
     * @throws IllegalArgumentException if one is zero or negative
     */
    public Deadlines {
        positive("evaluate", evaluate);
        positive("endorse", endorse);
        positive("submit", submit);
        positive("commitStatus", commitStatus);
        positive("command", command);
    }

    /** The same with another deadline for queries. */
    public Deadlines withEvaluate(Duration value) {
        return new Deadlines(value, endorse, submit, commitStatus, command);
    }

    /** The same with another deadline for endorsement. */
    public Deadlines withEndorse(Duration value) {
        return new Deadlines(evaluate, value, submit, commitStatus, command);
    }

    /** The same with another deadline for ordering. */
    public Deadlines withSubmit(Duration value) {
        return new Deadlines(evaluate, endorse, value, commitStatus, command);
    }

    /** The same with another deadline for the commit. */
    public Deadlines withCommitStatus(Duration value) {
        return new Deadlines(evaluate, endorse, submit, value, command);
    }

    /** The same with another deadline for the whole command. */
    public Deadlines withCommand(Duration value) {
        return new Deadlines(evaluate, endorse, submit, commitStatus, value);
    }

    private static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + " must be longer than zero, not " + value);
        }
    }
}
