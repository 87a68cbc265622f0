package org.voltrail.cli.demo;

import java.time.Instant;
import java.util.Locale;

/**
 * One run of the demonstration: names everything that it brings to the ledger, so that the next run does not collide with it.
 *
 * @param id 8 characters of [0-9A-Z]
 * @param seed of everything that chance decides
 */
record Run(String id, long seed) {

    /** Company prefix 950 6000 is GS1's own for examples. */
    private static final String GTIN = "09506000134352";
    private static final String RESOLVER = "https://id.example.org/01/" + GTIN + "/21/";
    /** Letters and digits of a vehicle identification number (ISO 3779): without I, O, Q. */
    private static final String VIN_DIGITS = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";

    static Run at(Instant time, long seed) {
        String text = Long.toString(time.toEpochMilli(), 36).toUpperCase(Locale.ROOT);
        return new Run(text.substring(text.length() - 8), seed);
    }

    /** Passport identifier of the run's n-th battery of a kind, for example {@code P} for packs. */
    String battery(String kind, int number) {
        return RESOLVER + serial(kind, number);
    }

    /** Manufacturer's serial number of that battery. */
    String serial(String kind, int number) {
        return id + "-" + kind + String.format("%05d", number);
    }

    /** Identification number of the vehicle that the run's n-th battery went into. */
    String vehicle(int number) {
        StringBuilder digits = new StringBuilder();
        long rest = Long.parseLong(id, 36) * 100_000 + number;
        for (int i = 0; i < 13; i++) {
            digits.insert(0, VIN_DIGITS.charAt((int) (rest % VIN_DIGITS.length())));
            rest /= VIN_DIGITS.length();
        }
        return "VLTR" + digits;
    }

    /** Name of a production batch. */
    String batch(String name) {
        return id + "-" + name;
    }
}
