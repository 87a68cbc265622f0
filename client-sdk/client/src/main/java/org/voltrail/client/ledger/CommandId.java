package org.voltrail.client.ledger;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names one command within the client's organisation, so that repeating it is harmless: the ledger answers a repeated command with
 * the result it stored and refuses a different command under the same id with {@code COMMAND_ID_REUSED}.
 *
 * @param value 1 to 64 characters of {@code [A-Za-z0-9._-]}
 */
public record CommandId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public CommandId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A command id has 1 to 64 characters of [A-Za-z0-9._-], not \"" + value + "\"");
        }
    }

    /** A given id, for example an order number or a line of a file. */
    public static CommandId of(String value) {
        return new CommandId(value);
    }

    /** A fresh id: a UUID of version 7 (RFC 9562), which sorts by time in milliseconds. */
    public static CommandId fresh() {
        return new CommandId(uuid(System.currentTimeMillis(), RANDOM.nextLong(), RANDOM.nextLong()).toString());
    }

    static UUID uuid(long millis, long high, long low) {
        long most = millis << 16 | VERSION_7 | high & 0x0fffL;
        return new UUID(most, VARIANT | low >>> 2);
    }

    @Override
    public String toString() {
        return value;
    }
}
