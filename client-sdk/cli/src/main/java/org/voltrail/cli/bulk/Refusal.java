package org.voltrail.cli.bulk;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.LedgerError;

/**
 * Why an entry of the input was not carried over.
 *
 * @param line where it begins: number of the line in a text file from 1, of the element in a JSON array from 1
 * @param code the ledger's stable code
 * @param field the entry's field at fault, if one is
 * @param message what is wrong
 * @param expected what would have been accepted, if that can be said
 * @param found what was found instead
 */
public record Refusal(
        long line,
        String code,
        @Nullable String field,
        String message,
        @Nullable String expected,
        @Nullable String found) {

    /**
     * A refusal for an error of the ledger.
     *
     * @param line where the entry begins
     * @param error its error
     * @param field its field, relative to the entry
     * @return the refusal
     */
    static Refusal of(long line, LedgerError error, @Nullable String field) {
        return new Refusal(line, error.code().name(), field, error.message(), error.expected(), error.actual());
    }
}
