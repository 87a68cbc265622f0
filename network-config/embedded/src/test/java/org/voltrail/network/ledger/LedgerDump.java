package org.voltrail.network.ledger;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Everything in a closed ledger's databases, to compare ledgers by. */
final class LedgerDump {
    private static final byte[] FIRST = {};
    private static final byte[] BEHIND_ALL = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff};

    private LedgerDump() {}

    /** The state, which is rebuilt from blocks. */
    static Map<String, String> state(Path ledger) {
        return tables(ledger.resolve("state"), StateTable.class);
    }

    /** The private data but for those whose block has not come. */
    static Map<String, String> privateData(Path ledger) {
        Map<String, String> entries = tables(ledger.resolve("private"), PrivateTable.class);
        entries.keySet().removeIf(key -> key.startsWith(PrivateTable.TRANSIENT.name()));
        return entries;
    }

    private static <T extends Enum<T>> Map<String, String> tables(Path directory, Class<T> type) {
        Map<String, String> entries = new TreeMap<>();
        HexFormat hex = HexFormat.of();
        try (Database<T> db = Database.open(directory, type)) {
            for (T table : type.getEnumConstants()) {
                try (Database.Cursor cursor = db.cursor(table, FIRST, BEHIND_ALL)) {
                    while (cursor.next()) {
                        entries.put(table + " " + hex.formatHex(cursor.key()), hex.formatHex(cursor.value()));
                    }
                }
            }
        }
        return entries;
    }
}
