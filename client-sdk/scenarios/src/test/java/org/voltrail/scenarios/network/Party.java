package org.voltrail.scenarios.network;

/** The organisations of the standard network. */
public enum Party {
    MANUFACTURER,
    RECYCLER,
    CARRIER,
    REGULATOR;

    /** Name in connection profiles and folders. */
    public String organisation() {
        return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT) + "Org";
    }

    /** MSP id. */
    public String msp() {
        return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT) + "MSP";
    }
}
