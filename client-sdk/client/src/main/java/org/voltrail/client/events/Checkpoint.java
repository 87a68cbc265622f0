package org.voltrail.client.events;

import java.util.Optional;

/** Remembers how far a reader has come. Implementations are safe for use by one reader at a time. */
public interface Checkpoint {
    /** What was dealt with last; empty before anything was. */
    Optional<Position> position();

    /**
     * Notes what was dealt with. When this returns, the position survives as long as the checkpoint promises.
     *
     * @throws CheckpointException if it cannot be kept
     */
    void advance(Position position);
}
