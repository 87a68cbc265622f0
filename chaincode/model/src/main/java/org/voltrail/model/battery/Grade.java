package org.voltrail.model.battery;

/** What a battery is good for, as computed from its last health test. The better grade comes first. */
public enum Grade {
    /** Good for its first purpose. */
    RE_USE,
    /** Good for a less demanding purpose, such as stationary storage. */
    REPURPOSE,
    /** Good for its materials. */
    RECYCLE;

    /** Whether this grade is at least as good as the other. */
    public boolean atLeast(Grade other) {
        return compareTo(other) <= 0;
    }
}
