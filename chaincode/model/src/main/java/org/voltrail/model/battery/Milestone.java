package org.voltrail.model.battery;

/**
 * A fact in a battery's life with the time at which it was last recorded. Statutory clocks and incentive claims rest on these.
 * The constants stand in the order of their JSON names.
 */
public enum Milestone {
    /** The record ceased in favour of a successor. */
    CEASED,
    /** An accredited collector took it over. */
    COLLECTED,
    /** Custody changed with both signatures. */
    CUSTODY_ACCEPTED,
    /** Its condition became damaged, defective or critical. */
    DAMAGED,
    /** It was declared waste. */
    DECLARED_WASTE,
    /** It was taken apart by a treatment facility. */
    DISMANTLED,
    /** It was disposed of. */
    DISPOSED,
    /** It entered a recycling lot. */
    LOT_ENTERED,
    /** It was put into service. */
    PUT_INTO_SERVICE,
    /** It came under a recall. */
    RECALLED,
    /** Its recycling lot was closed. */
    RECYCLED,
    /** It was registered. */
    REGISTERED,
    /** It began a second life as the successor of others. */
    SECOND_LIFE,
    /** Its state of health was tested. */
    TESTED
}
