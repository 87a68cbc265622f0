package org.voltrail.model.access;

/** Classes of readers that Art. 77(2) of Regulation (EU) 2023/1542 distinguishes, and the parties to a battery themselves. */
public enum Reader {
    /** Anybody (Art. 77(2)(a)). */
    PUBLIC,
    /** A person with a legitimate interest: repairers, second-life operators, collectors, recyclers (Art. 77(2)(c)). */
    LEGITIMATE_INTEREST,
    /** Notified bodies, market surveillance authorities and the Commission (Art. 77(2)(b)). */
    AUTHORITY,
    /** Manufacturer, responsible operator and holder of this battery. */
    PARTY
}
