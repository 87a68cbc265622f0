package org.voltrail.client.events;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A checkpoint that is gone with the process: enough to resume a stream that was closed. */
public final class MemoryCheckpoint implements Checkpoint {
    private volatile @Nullable Position position;

    @Override
    public Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    @Override
    public void advance(Position to) {
        position = to;
    }
}
