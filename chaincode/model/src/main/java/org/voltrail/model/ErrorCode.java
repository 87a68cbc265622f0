package org.voltrail.model;

import org.voltrail.model.json.LiteralNames;

/** Why the ledger refuses. A closed set: codes are never renamed or re-used, clients may branch on them. */
@LiteralNames
public enum ErrorCode {
    /** The request is not the JSON that the transaction takes: syntax, unknown or missing field, wrong JSON type. */
    MALFORMED_REQUEST,
    /** A field has the right JSON type but a value that is not allowed; numbers out of their range give {@link #OUT_OF_RANGE}. */
    INVALID_FIELD,
    /** A number or date lies outside its documented range. */
    OUT_OF_RANGE,
    /** The check digit of a GTIN, GLN, GIAI's company prefix or similar is wrong: most likely a typing error. */
    CHECK_DIGIT,
    /** More entries than one transaction takes. */
    BATCH_TOO_LARGE,
    /** The same entry occurs twice within one request. */
    DUPLICATE_IN_BATCH,
    /** The command id was used before by this organisation for a different command. The same command would have been answered. */
    COMMAND_ID_REUSED,
    /** The transaction's time is too far from the endorsing peer's clock: the client's clock is wrong, or it dates back. */
    CLOCK_SKEW,
    /** The caller expected another last event of the battery: somebody else was quicker. Read again and decide anew. */
    STALE_HEAD,

    /** The caller's organisation is not in the participant register, or suspended. */
    UNKNOWN_PARTICIPANT,
    /** Certificate or register entry lacks the role that the transaction needs. */
    ROLE_REQUIRED,
    /** The organisation has no valid accreditation of the needed scope at the transaction's time. */
    NOT_ACCREDITED,
    /** The organisation does not hold the battery. */
    NOT_HOLDER,
    /** The organisation is not the receiver that the offer names. */
    NOT_RECEIVER,
    /** The organisation is not the battery's manufacturer. */
    NOT_MANUFACTURER,
    /** The organisation is not the responsible economic operator of the battery. */
    NOT_OPERATOR,
    /** The organisation does not own the credit, lot, or other document. */
    NOT_OWNER,
    /** The organisation is not the authority that constituted the ledger. */
    NOT_AUTHORITY,
    /** The ledger has been constituted already. */
    ALREADY_CONSTITUTED,

    /** No battery has this id. */
    BATTERY_NOT_FOUND,
    /** A battery with this id is registered already. */
    BATTERY_EXISTS,
    /** Another battery carries this identity already: a clone or a typing error. */
    IDENTITY_TAKEN,
    /** No battery carries this identity. */
    IDENTITY_NOT_FOUND,
    /** The battery is on hold by the authority. */
    ON_HOLD,
    /** The battery falls under an open recall that does not allow this. */
    UNDER_RECALL,
    /** The battery's life on the ledger is over: recycled, disposed of, or ceased in favour of a successor. */
    BATTERY_ENDED,
    /** The battery's stage does not allow this. */
    WRONG_STAGE,
    /** The battery's recorded condition does not allow this. */
    WRONG_CONDITION,
    /** The battery is built into another one; take it apart first. */
    PART_OF_ASSEMBLY,
    /** The battery is not a part of the named assembly. */
    NOT_A_PART,
    /** The level of part and whole do not fit: packs hold modules and cells, modules hold cells. */
    WRONG_LEVEL,
    /** A correction came after the record was closed to corrections. */
    CORRECTION_CLOSED,
    /** The battery has no health test that is recent enough for this. */
    TEST_REQUIRED,
    /** The battery's grade does not allow this. */
    GRADE_REQUIRED,
    /** The hand-in code is missing or wrong. */
    HAND_IN_CODE,
    /** No private details of the battery are recorded for the organisation. */
    DETAILS_NOT_FOUND,
    /** Private details do not have the recorded hash. */
    DETAILS_MISMATCH,

    /** No offer has this id. */
    OFFER_NOT_FOUND,
    /** The offer has been accepted, rejected, cancelled or has expired. */
    OFFER_NOT_OPEN,
    /** The offer's time is over. */
    OFFER_EXPIRED,
    /** The offer's time is not over yet. */
    OFFER_NOT_EXPIRED,
    /** The battery is in another open offer. */
    ALREADY_OFFERED,
    /** UN number, special provision or packing instruction do not fit the recorded condition of a battery. */
    PACKING_MISMATCH,
    /** Sound and damaged batteries may not share a consignment. */
    MIXED_CONSIGNMENT,
    /** The handover is disputed. */
    IN_DISPUTE,
    /** There is no open dispute. */
    NO_DISPUTE,

    /** No health test has this id. */
    TEST_NOT_FOUND,
    /** No lot has this id. */
    LOT_NOT_FOUND,
    /** The lot is closed. */
    LOT_CLOSED,
    /** Outputs and losses do not add up to the inputs. */
    MASS_BALANCE,
    /** No credit has this id. */
    CREDIT_NOT_FOUND,
    /** The credit has been spent, wholly or too far for this. */
    CREDIT_SPENT,
    /** The claim was made before. */
    ALREADY_CLAIMED,
    /** A fact that the claim rests on is not on the ledger. */
    FACT_NOT_RECORDED,

    /** No hold has this id. */
    HOLD_NOT_FOUND,
    /** No recall has this id. */
    RECALL_NOT_FOUND,
    /** No finding has this id. */
    FINDING_NOT_FOUND,
    /** No incentive scheme has this id. */
    INCENTIVE_NOT_FOUND,
    /** No such accreditation. */
    ACCREDITATION_NOT_FOUND,
    /** The document exists already. */
    ALREADY_EXISTS,
    /** The document is closed: recall, finding, scheme. */
    ALREADY_CLOSED,

    /** A telemetry window overlaps one that is anchored for the same subject and device. */
    WINDOW_OVERLAP,
    /** No such telemetry anchor. */
    ANCHOR_NOT_FOUND,

    /** The caller may not see this. */
    ACCESS_DENIED,
    /** The chaincode has a fault: what is stored cannot be read, or a rule failed in an unforeseen way. */
    INTERNAL
}
