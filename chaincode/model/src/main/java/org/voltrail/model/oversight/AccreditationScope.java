package org.voltrail.model.oversight;

/** What an organisation may be accredited for. The constants stand in the order of their JSON names. */
public enum AccreditationScope {
    /** Taking batteries back from users (Regulation (EU) 2023/1542 Art. 59 to 61, 66). */
    COLLECTION,
    /** Taking waste batteries apart (Art. 70). */
    DISMANTLING,
    /** Final disposal. */
    DISPOSAL,
    /** Recycling (Art. 71, Annex XII). */
    RECYCLING,
    /** Measuring the state of health (ISO/IEC 17025). */
    TESTING
}
