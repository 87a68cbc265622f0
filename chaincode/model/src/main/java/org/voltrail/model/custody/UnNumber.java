package org.voltrail.model.custody;

import org.voltrail.model.json.LiteralNames;

/** UN number under which batteries are carried (ADR 3.2 table A). */
@LiteralNames
public enum UnNumber {
    /** Batteries, wet, filled with acid. */
    UN2794,
    /** Batteries, wet, filled with alkali. */
    UN2795,
    /** Lithium ion batteries. */
    UN3480,
    /** Lithium ion batteries contained in or packed with equipment. */
    UN3481,
    /** Nickel-metal hydride batteries. */
    UN3496,
    /** Sodium ion batteries with organic electrolyte. */
    UN3551,
    /** Sodium ion batteries contained in or packed with equipment, with organic electrolyte. */
    UN3552
}
