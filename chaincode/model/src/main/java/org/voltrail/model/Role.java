package org.voltrail.model;

/**
 * What an organisation, and a person or machine in its name, may do. A role counts only when both the certificate's
 * {@code voltrail.role} attribute and the organisation's entry in the participant register name it.
 */
public enum Role {
    /** Places batteries on the market: registers, corrects, puts into service (economic operator, Regulation (EU) 2023/1542 Art. 3(22)). */
    MANUFACTURER,
    /** Carries dangerous goods between holders. */
    CARRIER,
    /** Takes batteries back from users (collection point, Art. 59 to 61). */
    COLLECTOR,
    /** Dismantles and recycles (treatment facility, Art. 70 and 71). */
    RECYCLER,
    /** Prepares for re-use, repurposes, remanufactures (Art. 73). */
    SECOND_LIFE,
    /** Measures the state of health; needs an accreditation as well. */
    TESTER,
    /** Market surveillance authority (Art. 79 to 84). */
    REGULATOR,
    /** Reads what authorities may read, changes nothing. */
    AUDITOR
}
