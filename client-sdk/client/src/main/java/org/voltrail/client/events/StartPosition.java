package org.voltrail.client.events;

/** Where a stream begins. */
public sealed interface StartPosition {
    /** At the first block of the channel. */
    static StartPosition oldest() {
        return new AtBlock(0);
    }

    /** At the next block that is committed: only what happens from now on. */
    static StartPosition newest() {
        return new Newest();
    }

    /**
     * At a block, which may lie in the future.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    static StartPosition atBlock(long number) {
        return new AtBlock(number);
    }

    /** Right after what was dealt with last. */
    static StartPosition after(Position position) {
        return new After(position);
    }

    /** See {@link StartPosition#newest()}. */
    record Newest() implements StartPosition {}

    /**
     * See {@link StartPosition#atBlock(long)}.
     *
     * @param number the block
     */
    record AtBlock(long number) implements StartPosition {
        /** Checks the number. */
        public AtBlock {
            if (number < 0) {
                throw new IllegalArgumentException("There is no block " + number);
            }
        }
    }

    /**
     * See {@link StartPosition#after(Position)}.
     *
     * @param position what was dealt with last
     */
    record After(Position position) implements StartPosition {}
}
