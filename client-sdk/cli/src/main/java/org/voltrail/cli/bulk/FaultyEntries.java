package org.voltrail.cli.bulk;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voltrail.model.LedgerError;

/** Finds the entry of a batch that an error of the ledger names. */
public final class FaultyEntries {

    private static final Pattern POSITION = Pattern.compile("^(?:command\\.)?\\w+\\[(\\d+)](?:\\.(.*))?$");

    private FaultyEntries() {}

    /**
     * The entry that an error's field names, for example {@code command.batteries[17].weightGrams}.
     *
     * @param error of a batch
     * @return the error by the entry's position, its field relative to the entry; empty if the field names no entry
     */
    public static Map<Integer, BatchTarget.Verdict> named(LedgerError error) {
        if (error.field() == null) {
            return Map.of();
        }
        Matcher matcher = POSITION.matcher(error.field());
        if (!matcher.matches()) {
            return Map.of();
        }
        LedgerError relative = new LedgerError(
                error.code(), error.message(), matcher.group(2), error.expected(), error.actual(), error.remedy());
        return Map.of(Integer.parseInt(matcher.group(1)), new BatchTarget.Verdict.Refused(relative));
    }
}
