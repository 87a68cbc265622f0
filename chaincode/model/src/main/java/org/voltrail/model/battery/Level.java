package org.voltrail.model.battery;

/** Where a battery stands in the hierarchy of parts. */
public enum Level {
    /** A pack, ready to be used: the battery of Regulation (EU) 2023/1542 Art. 3(1)(1) and (3). */
    PACK,
    /** Cells connected together or encapsulated (Art. 3(1)(5)). */
    MODULE,
    /** The basic functional unit (Art. 3(1)(4)). */
    CELL;

    /** Whether a whole of this level may hold a part of the other level. */
    public boolean holds(Level part) {
        return compareTo(part) < 0;
    }
}
