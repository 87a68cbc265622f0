package org.voltrail.network.ca;

/**
 * A request that the authority refuses. Where the true reason would help an attacker, the caller is told a general one;
 * {@link #getMessage} and {@link #code} are the true ones, for the log.
 */
public final class CaException extends Exception {
    private final int httpStatus;
    private final CaErrorCode code;
    private final CaErrorCode toldCode;
    private final String toldMessage;

    private CaException(int httpStatus, CaErrorCode code, String message, CaErrorCode toldCode, String toldMessage) {
        super(message);
        this.httpStatus = httpStatus;
        this.code = code;
        this.toldCode = toldCode;
        this.toldMessage = toldMessage;
    }

    /** A refusal whose reason the caller may know. */
    public static CaException of(int httpStatus, CaErrorCode code, String message) {
        return new CaException(httpStatus, code, message, code, message);
    }

    /** The caller is not who it says it is: 401. */
    public static CaException unauthenticated(CaErrorCode code, String message) {
        return new CaException(401, code, message, CaErrorCode.AUTHENTICATION_FAILURE, "Authentication failure");
    }

    /** The caller is not allowed to do this: 403. */
    public static CaException unauthorised(CaErrorCode code, String message) {
        return new CaException(403, code, message, CaErrorCode.AUTHORIZATION_FAILURE, "Authorization failure");
    }

    public int httpStatus() {
        return httpStatus;
    }

    public CaErrorCode code() {
        return code;
    }

    /** The code that the caller is told. */
    public CaErrorCode toldCode() {
        return toldCode;
    }

    /** The reason that the caller is told. */
    public String toldMessage() {
        return toldMessage;
    }
}
