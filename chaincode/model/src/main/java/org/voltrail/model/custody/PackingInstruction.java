package org.voltrail.model.custody;

import org.voltrail.model.json.LiteralNames;

/** Packing instruction of ADR 4.1.4. */
@LiteralNames
public enum PackingInstruction {
    /** Wet batteries. */
    P801,
    /** Sound lithium and sodium ion batteries. */
    P903,
    /** The same in large packagings. */
    LP903,
    /** Damaged or defective ones that do not react dangerously during transport. */
    P908,
    /** The same in large packagings. */
    LP904,
    /** For disposal or recycling. */
    P909,
    /** Damaged or defective ones that may react dangerously during transport. */
    P911,
    /** The same in large packagings. */
    LP906,
    /** No instruction applies. */
    NONE
}
