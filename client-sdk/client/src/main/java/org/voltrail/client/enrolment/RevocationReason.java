package org.voltrail.client.enrolment;

/** Why a certificate is revoked (RFC 5280, section 5.3.1). */
public enum RevocationReason {
    /** Not told. */
    UNSPECIFIED("unspecified"),
    /** The private key may be in other hands. */
    KEY_COMPROMISE("keycompromise"),
    /** The authority's key may be in other hands. */
    CA_COMPROMISE("cacompromise"),
    /** The member moved within the organisation. */
    AFFILIATION_CHANGE("affiliationchanged"),
    /** Another certificate took its place. */
    SUPERSEDED("superseded"),
    /** It is no longer needed. */
    CESSATION_OF_OPERATION("cessationofoperation"),
    /** Suspended. */
    CERTIFICATE_HOLD("certificatehold"),
    /** No longer suspended. */
    REMOVE_FROM_CRL("removefromcrl"),
    /** A right was taken back. */
    PRIVILEGE_WITHDRAWN("privilegewithdrawn"),
    /** The attribute authority may be compromised. */
    AA_COMPROMISE("aacompromise");

    private final String wire;

    RevocationReason(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }
}
