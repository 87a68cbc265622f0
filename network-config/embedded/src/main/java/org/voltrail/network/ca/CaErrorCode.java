package org.voltrail.network.ca;

/** Fabric CA's error codes ({@code lib/caerrors}) that this authority gives. */
public enum CaErrorCode {
    /** Anything without a code of its own. */
    UNKNOWN(0),
    /** The path does not know the HTTP method. */
    METHOD_NOT_ALLOWED(1),
    /** There is no authorization header where one is needed. */
    NO_AUTHORIZATION_HEADER(2),
    /** The request's body cannot be read: it is too long, or the connection broke. */
    READING_BODY(3),
    /** The request has no body where one is needed. */
    EMPTY_BODY(4),
    /** The request's body is not the JSON it should be. */
    BAD_BODY(5),
    /** The caller is not allowed to revoke others' certificates. */
    NOT_REVOKER(7),
    /** The certificate to be revoked was not issued here. */
    REVOKED_CERTIFICATE_NOT_FOUND(8),
    /** The certificate to be revoked belongs to somebody other than the one named. */
    CERTIFICATE_WRONG_OWNER(9),
    /** The identity to be revoked is not registered. */
    REVOKED_IDENTITY_NOT_FOUND(10),
    /** Neither an identity nor a certificate to be revoked is named. */
    MISSING_REVOCATION_ARGUMENTS(15),
    /** The affiliation is not known. */
    GETTING_AFFILIATION(16),
    /** The server has no authority of that name. */
    CA_NOT_FOUND(19),
    /** What a caller that could not be authenticated is told, whatever the reason. */
    AUTHENTICATION_FAILURE(20),
    /** The authorization header has no name and secret. */
    NO_USER_AND_SECRET(21),
    /** The one who wants to enrol is not registered. */
    INVALID_USER(23),
    /** The secret is wrong or used up, or the identity is revoked. */
    INVALID_SECRET(24),
    /** The token in the authorization header does not hold. */
    INVALID_TOKEN(25),
    /** The caller's certificate was not issued here. */
    UNTRUSTED_CERTIFICATE(26),
    /** The caller's certificate has expired. */
    CERTIFICATE_EXPIRED(27),
    /** The caller's certificate has been revoked. */
    CERTIFICATE_REVOKED(28),
    /** The certificate signing request cannot be read or its signature is wrong. */
    BAD_CSR(31),
    /** The caller is not allowed to have a revocation list made. */
    NO_CRL_AUTHORITY(35),
    /** {@code revokedafter} is later than {@code revokedbefore}. */
    INVALID_REVOKED_AFTER(36),
    /** {@code expireafter} is later than {@code expirebefore}. */
    INVALID_EXPIRE_AFTER(37),
    /** The registrar is not allowed to give this attribute. */
    ATTRIBUTE_NOT_ALLOWED(42),
    /** The caller is no registrar. */
    MISSING_REGISTRAR_ATTRIBUTE(43),
    /** The caller may not act on this affiliation or type. */
    CALLER_NOT_AFFILIATED(44),
    /** The caller's own registration cannot be found. */
    GETTING_USER(49),
    /** An identity cannot be added. */
    ADD_IDENTITY(52),
    /** An identity cannot be removed. */
    REMOVE_IDENTITY(56),
    /** An identity cannot be changed. */
    MODIFY_IDENTITY(58),
    /** The caller lacks a role that a truth attribute tells. */
    MISSING_ROLE(59),
    /** A query parameter that should be a truth value is none. */
    BAD_BOOLEAN_PARAMETER(61),
    /** What is asked for is not in the register. */
    NOT_FOUND(63),
    /** The certificate has been revoked before. */
    ALREADY_REVOKED(66),
    /** Certificates cannot be listed as asked. */
    GETTING_CERTIFICATES(67),
    /** The caller's identity has been revoked. */
    IDENTITY_REVOKED(70),
    /** What a caller that is not allowed something is told, whatever the reason. */
    AUTHORIZATION_FAILURE(71),
    /** Too many wrong secrets in a row. */
    TOO_MANY_ATTEMPTS(73),
    /** An identity of that id is registered already. */
    IDENTITY_EXISTS(74),
    /** The registrar may not register this identity. */
    REGISTRATION_NOT_ALLOWED(76),
    /** The request's common name is not the enrolment id. */
    COMMON_NAME_MISMATCH(77),
    /** The caller lacks an attribute. */
    MISSING_ATTRIBUTE(78),
    /** A name in the certificate signing request is too long. */
    CSR_INPUT(80),
    /** The number of enrolments asked for is not allowed. */
    INVALID_MAX_ENROLMENTS(82);

    private final int number;

    CaErrorCode(int number) {
        this.number = number;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }
}
