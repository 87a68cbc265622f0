package org.voltrail.client;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a client may be told besides profile and identity.
 *
 * @param channel the Fabric channel
 * @param chaincode name of the chaincode on the channel
 * @param deadlines see {@link Deadlines}
 * @param retry see {@link RetryPolicy}
 * @param maxInFlight commands that are under way at once; further ones wait in line. A peer's gateway refuses more than its own limit
 *     (500 by default, all clients together), so stay well below it.
 * @param expiryWarning how long before the certificate's end the client begins to warn in its log
 * @param organisation organisation of the profile whose peers to use; by default the one whose MSP id is the identity's
 * @param executor runs the completion of commands and queries and with it the caller's callbacks; by default a shared pool that grows
 *     with need. It must not be a single thread if callbacks block.
 */
public record ClientOptions(
        String channel,
        String chaincode,
        Deadlines deadlines,
        RetryPolicy retry,
        int maxInFlight,
        Duration expiryWarning,
        @Nullable String organisation,
        @Nullable Executor executor) {
    /** Channel and chaincode {@code voltrail}, default deadlines and retries, 256 in flight, warning 30 days ahead. */
    public static final ClientOptions DEFAULT = new ClientOptions(
            "voltrail", "voltrail", Deadlines.DEFAULT, RetryPolicy.DEFAULT, 256, Duration.ofDays(30), null, null);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if {@code maxInFlight} is below 1 or a name is empty
     */
    public ClientOptions {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight must be at least 1");
        }
        if (channel.isEmpty() || chaincode.isEmpty()) {
            throw new IllegalArgumentException("channel and chaincode must have a name");
        }
    }

    /** The same on another channel. */
    public ClientOptions withChannel(String value) {
        return new ClientOptions(value, chaincode, deadlines, retry, maxInFlight, expiryWarning, organisation, executor);
    }

    /** The same with another chaincode. */
    public ClientOptions withChaincode(String value) {
        return new ClientOptions(channel, value, deadlines, retry, maxInFlight, expiryWarning, organisation, executor);
    }

    /** The same with other deadlines. */
    public ClientOptions withDeadlines(Deadlines value) {
        return new ClientOptions(channel, chaincode, value, retry, maxInFlight, expiryWarning, organisation, executor);
    }

    /** The same with another retry policy. */
    public ClientOptions withRetry(RetryPolicy value) {
        return new ClientOptions(channel, chaincode, deadlines, value, maxInFlight, expiryWarning, organisation, executor);
    }

    /** The same with another bound for commands under way. */
    public ClientOptions withMaxInFlight(int value) {
        return new ClientOptions(channel, chaincode, deadlines, retry, value, expiryWarning, organisation, executor);
    }

    /** The same with another time of warning. */
    public ClientOptions withExpiryWarning(Duration value) {
        return new ClientOptions(channel, chaincode, deadlines, retry, maxInFlight, value, organisation, executor);
    }

    /** The same through the peers of a named organisation. */
    public ClientOptions withOrganisation(String value) {
        return new ClientOptions(channel, chaincode, deadlines, retry, maxInFlight, expiryWarning, value, executor);
    }

    /** The same with callbacks on the caller's own executor. */
    public ClientOptions withExecutor(Executor value) {
        return new ClientOptions(channel, chaincode, deadlines, retry, maxInFlight, expiryWarning, organisation, value);
    }
}
