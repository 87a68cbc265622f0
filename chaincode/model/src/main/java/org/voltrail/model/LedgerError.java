package org.voltrail.model;

import org.jspecify.annotations.Nullable;

/**
 * Why the ledger refused a request. Its canonical JSON is the message of the chaincode's error response and survives unchanged
 * through gateway, SDK and REST.
 *
 * @param code stable code
 * @param message one sentence for people, in English
 * @param field path of the request's field at fault, for example {@code command.batteries[17].weightGrams}
 * @param expected what would have been accepted
 * @param actual what was found
 * @param remedy what the caller can do about it
 */
public record LedgerError(
        ErrorCode code,
        String message,
        @Nullable String field,
        @Nullable String expected,
        @Nullable String actual,
        @Nullable String remedy) {
    /** An error with nothing but a sentence. */
    public static LedgerError of(ErrorCode code, String message) {
        return new LedgerError(code, message, null, null, null, null);
    }

    /** The same error at a field. */
    public LedgerError at(String path) {
        return new LedgerError(code, message, path, expected, actual, remedy);
    }

    /** The same error with what was expected and what was found. */
    public LedgerError comparing(@Nullable Object wanted, @Nullable Object found) {
        return new LedgerError(code, message, field, text(wanted), text(found), remedy);
    }

    /** The same error with advice. */
    public LedgerError advising(String advice) {
        return new LedgerError(code, message, field, expected, actual, advice);
    }

    /** This error as an exception to throw. */
    public LedgerException exception() {
        return new LedgerException(this);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
