package org.voltrail.client.enrolment;

/** The certificate authority refuses a request. */
public final class CaRefusedException extends CaException {
    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final int code;

    /** A refusal in the authority's own words. */
    public CaRefusedException(String request, int httpStatus, int code, String message) {
        super("The certificate authority refuses to " + request + ": " + message + " (code " + code + ", HTTP " + httpStatus + ")", null);
        this.httpStatus = httpStatus;
        this.code = code;
    }

    /** Status of the HTTP answer. */
    public int httpStatus() {
        return httpStatus;
    }

    /** The authority's error code, a number of Fabric CA's closed list; 0 if the answer held none. */
    public int code() {
        return code;
    }

    /** The error code by name. */
    public CaErrorCode error() {
        return CaErrorCode.of(code);
    }
}
