package org.voltrail.model.battery;

/** Status of a battery in its passport, Annex XIII point 4(c) of Regulation (EU) 2023/1542. */
public enum Status {
    /** In its first life. */
    ORIGINAL,
    /** Used again for its first purpose (Art. 3(1)(30), Directive 2008/98/EC). */
    RE_USED,
    /** Used for another purpose (Art. 3(1)(31)). */
    REPURPOSED,
    /** Brought back to at least 90 % of its capacity (Art. 3(1)(32)). */
    REMANUFACTURED,
    /** Discarded, or about to be. */
    WASTE
}
