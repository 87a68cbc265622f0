package org.voltrail.model.battery;

/** What kind of name a battery is known by. The passport URI itself is not among these: it is the battery's id. */
public enum IdentityScheme {
    /** GS1 Global Individual Asset Identifier (AI 8004): a GS1 company prefix and a reference of the company's own, at most 30 characters. */
    GIAI,
    /** GB/T 34014-2017, 24 characters. */
    GBT_34014,
    /** Serial number of the manufacturer, unique for its organisation: {@code <MSP id>/<serial>}. */
    SERIAL,
    /** Vehicle identification number (ISO 3779) of the vehicle that the battery was built into: {@code <VIN>} or {@code <VIN>/<position>}. */
    VIN,
    /** Any other URI that leads to the battery, for example an id of ISO/IEC 15459. */
    URI
}
