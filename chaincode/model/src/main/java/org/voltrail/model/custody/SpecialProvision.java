package org.voltrail.model.custody;

import org.voltrail.model.json.LiteralNames;

/** Special provision of ADR 3.3.1 under which a consignment travels. */
@LiteralNames
public enum SpecialProvision {
    /** Cells and batteries that passed the tests of UN 38.3, without further relief. */
    SP230,
    /** Damaged or defective cells and batteries. */
    SP376,
    /** Sound cells and batteries carried for disposal or recycling. */
    SP377,
    /** Cells and batteries of at most 500 g on the way to the sorting centre. */
    SP636,
    /** Wet and other batteries that special provision 230 does not concern. */
    NONE
}
