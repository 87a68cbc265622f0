package org.voltrail.cli.bulk;

/**
 * An entry of the input.
 *
 * @param <T> what an entry is read as
 */
public sealed interface Entry<T> {

    /** {@return where it begins: number of the line or element, from 1} */
    long line();

    /**
     * An entry that could be read and looks right.
     *
     * @param line where it begins
     * @param value what it says
     * @param <T> what an entry is read as
     */
    record Good<T>(long line, T value) implements Entry<T> {}

    /**
     * An entry that is wrong whatever the ledger holds.
     *
     * @param refusal where it begins and what is wrong
     * @param <T> what an entry is read as
     */
    record Bad<T>(Refusal refusal) implements Entry<T> {
        @Override
        public long line() {
            return refusal.line();
        }
    }
}
