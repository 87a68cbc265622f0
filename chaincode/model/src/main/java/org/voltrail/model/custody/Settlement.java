package org.voltrail.model.custody;

/** How a dispute ends. */
public enum Settlement {
    /** The receiver keeps the disputed batteries. */
    KEEP,
    /** The disputed batteries go back to the sender. */
    RETURN
}
