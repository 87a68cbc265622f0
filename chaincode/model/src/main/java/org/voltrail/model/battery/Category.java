package org.voltrail.model.battery;

/** Category of Regulation (EU) 2023/1542 Art. 3(1), as the Battery Pass data model names them. */
public enum Category {
    /** Light means of transport: at most 25 kg, for wheeled vehicles (Art. 3(1)(11)). */
    LMT,
    /** Electric vehicle battery (Art. 3(1)(14)). */
    EV,
    /** Industrial battery that is not stationary storage (Art. 3(1)(13)). */
    INDUSTRIAL,
    /** Stationary battery energy storage system (Art. 3(1)(15)). */
    STATIONARY,
    /** Starting, lighting, ignition (Art. 3(1)(12)). */
    SLI
}
