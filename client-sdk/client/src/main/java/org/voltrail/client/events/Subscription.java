package org.voltrail.client.events;

import java.util.concurrent.CompletionStage;

/** A running consumer. */
public interface Subscription extends AutoCloseable {
    /** Completes when the subscription has ended: normally after {@link #close}, else with the failure that ended it. */
    CompletionStage<Void> ended();

    /** Ends the subscription. A handler that is running is not interrupted. */
    @Override
    void close();
}
