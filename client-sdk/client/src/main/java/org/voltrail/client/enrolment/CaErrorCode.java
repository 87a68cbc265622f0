package org.voltrail.client.enrolment;

import java.util.Arrays;

/**
 * Error codes of Fabric CA (package {@code lib/caerrors} of its sources) that its clients meet. The server tells less than it knows
 * where that might help an attacker: a wrong password, an unknown name and an untrusted certificate all give
 * {@link #AUTHENTICATION_FAILURE}.
 */
public enum CaErrorCode {
    /** Any code that is not listed here. */
    OTHER(0),
    /** The request has no authorisation header. */
    NO_AUTHORIZATION_HEADER(2),
    /** The request's body is empty. */
    EMPTY_BODY(4),
    /** The request's body is not of the right form. */
    BAD_BODY(5),
    /** The caller may not revoke. */
    NOT_REVOKER(7),
    /** The certificate to revoke is not known. */
    REVOKED_CERTIFICATE_NOT_FOUND(8),
    /** The certificate to revoke is another member's. */
    CERTIFICATE_WRONG_OWNER(9),
    /** The member whose certificates are to be revoked is not known. */
    REVOKED_MEMBER_NOT_FOUND(10),
    /** Revocation failed for another reason. */
    REVOCATION_FAILED(12),
    /** The revocation names neither a member nor a certificate. */
    MISSING_REVOCATION_ARGUMENTS(15),
    /** The revoker's affiliation is not above the member's. */
    REVOKER_NOT_AFFILIATED(17),
    /** The server has no authority of this name. */
    CA_NOT_FOUND(19),
    /** Wrong name or secret, or a certificate or token that does not hold; the secret may also have been used up. */
    AUTHENTICATION_FAILURE(20),
    /** The server takes no enrolments. */
    ENROLMENT_DISABLED(22),
    /** The certificate request is not well formed. */
    BAD_CERTIFICATE_REQUEST(31),
    /** The caller may not make revocation lists. */
    NO_CRL_AUTHORITY(35),
    /** {@code revokedAfter} is not before {@code revokedBefore}. */
    INVALID_REVOKED_AFTER(36),
    /** {@code expireAfter} is not before {@code expireBefore}. */
    INVALID_EXPIRE_AFTER(37),
    /** The registrar may not give this attribute. */
    ATTRIBUTE_NOT_ALLOWED(42),
    /** The registrar may not give attributes at all. */
    NO_ATTRIBUTE_AUTHORITY(43),
    /** The caller's affiliation does not allow this. */
    CALLER_NOT_AFFILIATED(44),
    /** The member cannot be read from the authority's register. */
    MEMBER_NOT_READABLE(49),
    /** The member could not be added. */
    MEMBER_NOT_ADDED(52),
    /** The registrar may not act on members of this type. */
    TYPE_NOT_ALLOWED(54),
    /** The registrar may not act on members of this affiliation. */
    REGISTRAR_NOT_AFFILIATED(55),
    /** The member could not be removed. */
    MEMBER_NOT_REMOVED(56),
    /** The member could not be changed. */
    MEMBER_NOT_CHANGED(58),
    /** The caller lacks a role. */
    ROLE_MISSING(59),
    /** Not found in the authority's register. */
    NOT_FOUND(63),
    /** The certificate is revoked already. */
    ALREADY_REVOKED(66),
    /** The member was revoked. */
    MEMBER_REVOKED(70),
    /** The caller lacks the right. */
    AUTHORIZATION_FAILURE(71),
    /** Too many wrong secrets: the member is locked. */
    TOO_MANY_ATTEMPTS(73),
    /** A member of this name exists. */
    MEMBER_EXISTS(74),
    /** Registration failed for another reason. */
    REGISTRATION_FAILED(75),
    /** The caller is no registrar. */
    NOT_REGISTRAR(76),
    /** The request's common name is not the enrolment name. */
    NAME_MISMATCH(77),
    /** The caller lacks an attribute. */
    ATTRIBUTE_MISSING(78),
    /** The certificate request holds something that is not allowed. */
    REQUEST_NOT_ALLOWED(80),
    /** A requested attribute cannot be written into the certificate. */
    ATTRIBUTE_EXTENSION(81),
    /** The number of enrolments is out of range. */
    INVALID_MAX_ENROLMENTS(82);

    private final int number;

    CaErrorCode(int number) {
        this.number = number;
    }

    /** Fabric CA's number. */
    public int number() {
        return number;
    }

    /** The code of a number. */
    public static CaErrorCode of(int number) {
        return Arrays.stream(values()).filter(code -> code.number == number).findFirst().orElse(OTHER);
    }
}
