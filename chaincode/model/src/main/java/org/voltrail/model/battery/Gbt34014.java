package org.voltrail.model.battery;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Resources;

/**
 * A traction battery code of GB/T 34014-2017: 24 characters, positions 1 to 3 manufacturer (assigned), 4 product type, 5 battery
 * type, 6 to 7 specification, 8 to 14 traceability information, 15 to 17 date of production, 18 to 24 serial number of that day.
 * The tables are data; what they do not list is accepted and gives a warning.
 *
 * @param code normal form: upper case without blanks and hyphens
 * @param manufacturer assigned manufacturer code
 * @param level product type, null if the code is unknown
 * @param batteryType meaning of the battery type, null if the code is unknown
 * @param chemistry the chemistry that belongs to the battery type, null if the code is unknown
 * @param specification specification code of the manufacturer
 * @param traceability traceability information of the manufacturer
 * @param producedOn date of production, null if it cannot be told
 * @param serial serial number of the day
 * @param warnings what is doubtful, one sentence each
 */
public record Gbt34014(
        String code,
        String manufacturer,
        @Nullable Level level,
        @Nullable String batteryType,
        @Nullable Chemistry chemistry,
        String specification,
        String traceability,
        @Nullable LocalDate producedOn,
        String serial,
        List<String> warnings) {
    /** Length of a code. */
    public static final int LENGTH = 24;

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{24}");
    private static final Tables TABLES = Resources.read(Gbt34014.class, "gbt-34014-2017.json", Tables.class);

    private record Tables(
            String source,
            Map<String, ProductType> productTypes,
            Map<String, BatteryType> batteryTypes,
            Map<String, Integer> years,
            Map<String, Integer> months,
            Map<String, Integer> days) {}

    private record ProductType(Level meaning, boolean verified) {}

    private record BatteryType(String meaning, Chemistry chemistry, boolean verified) {}

    static String normalise(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    static void validate(Check check, String field, String text) {
        check.matches(field, normalise(text), FORM, "24 digits and letters of GB/T 34014");
    }

    /**
     * Takes a code apart.
     *
     * @throws org.voltrail.model.LedgerException {@code INVALID_FIELD} if it has not 24 digits and letters
     */
    public static Gbt34014 decode(String text) {
        validate(Check.root(), "value", text);
        String code = normalise(text);
        List<String> warnings = new ArrayList<>();
        Optional<ProductType> product = Optional.ofNullable(TABLES.productTypes.get(code.substring(3, 4)));
        Optional<BatteryType> type = Optional.ofNullable(TABLES.batteryTypes.get(code.substring(4, 5)));
        doubt(warnings, "product type", code.charAt(3), product.map(ProductType::verified));
        doubt(warnings, "battery type", code.charAt(4), type.map(BatteryType::verified));
        LocalDate produced = date(code.substring(14, 17), warnings);
        return new Gbt34014(
                code, code.substring(0, 3), product.map(ProductType::meaning).orElse(null), type.map(BatteryType::meaning).orElse(null),
                type.map(BatteryType::chemistry).orElse(null), code.substring(5, 7), code.substring(7, 14), produced,
                code.substring(17), List.copyOf(warnings));
    }

    private static void doubt(List<String> warnings, String what, char code, Optional<Boolean> verified) {
        if (verified.isEmpty()) {
            warnings.add("GB/T 34014: the " + what + " code '" + code + "' is not in the table.");
        } else if (!verified.get()) {
            warnings.add("GB/T 34014: the meaning of the " + what + " code '" + code + "' is not verified.");
        }
    }

    private static @Nullable LocalDate date(String code, List<String> warnings) {
        Integer year = TABLES.years.get(code.substring(0, 1));
        Integer month = TABLES.months.get(code.substring(1, 2));
        Integer day = TABLES.days.get(code.substring(2, 3));
        if (year == null || month == null || day == null) {
            warnings.add("GB/T 34014: the date code '" + code + "' is not in the tables.");
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            warnings.add("GB/T 34014: the date code '" + code + "' is not a date of the calendar.");
            return null;
        }
    }
}
