package org.voltrail.model.endoflife;

/** Where a material fraction of a lot goes. The constants stand in the order of their JSON names. */
public enum Destination {
    /** Disposed of as residue. */
    DISPOSED,
    /** Burnt for its energy; does not count as recycled (Regulation (EU) 2023/1542 Art. 3(1)(33) with Directive 2008/98/EC Art. 3(17)). */
    ENERGY_RECOVERY,
    /** Recycled: goes back into products in place of primary material. Counts for the recycling efficiency and earns a credit. */
    RECYCLED
}
