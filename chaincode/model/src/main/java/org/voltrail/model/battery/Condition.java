package org.voltrail.model.battery;

/** Condition of a battery as far as its transport is concerned (ADR special provisions 376 and 377). */
public enum Condition {
    /** No defect known. */
    SOUND,
    /** Damaged: leaks, deformed, electrically or mechanically hurt. SP 376. */
    DAMAGED,
    /** Defective for safety reasons, or of a type that is. SP 376. */
    DEFECTIVE,
    /** Damaged or defective and liable to react dangerously, catch fire or vent during transport. SP 376, P911 or LP906. */
    CRITICAL;

    /** Whether special provision 376 applies. */
    public boolean damaged() {
        return this != SOUND;
    }
}
