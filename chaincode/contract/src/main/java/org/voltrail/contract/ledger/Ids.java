package org.voltrail.contract.ledger;

import org.voltrail.model.json.CanonicalJson;

/** Ids of documents that a command creates. They follow from the command's id, so that every peer finds the same. */
public final class Ids {
    private static final int DIGITS = 24;

    private Ids() {}

    /** An id such as {@code lot-3f0c…}: the kind, and 24 hexadecimal digits of a hash of organisation and command id. */
    public static String derived(LedgerTransaction transaction, String kind) {
        return kind + "-" + digits(transaction, DIGITS);
    }

    /** Hexadecimal digits of a hash of organisation and command id. */
    public static String digits(LedgerTransaction transaction, int count) {
        return CanonicalJson.sha256(Keys.command(transaction.msp(), transaction.commandId())).substring(0, count);
    }
}
