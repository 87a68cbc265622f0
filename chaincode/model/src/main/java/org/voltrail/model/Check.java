package org.voltrail.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Validates the fields of one value and knows that value's path, so that an error names the field as the caller wrote it.
 * The first fault is thrown. Immutable.
 */
public final class Check {
    /** Longest free text, in characters. */
    public static final int TEXT_MAX = 512;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final @Nullable Check parent;
    private final String name;
    private final int index;

    private Check(@Nullable Check parent, String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** The request itself. */
    public static Check root() {
        return new Check(null, "", -1);
    }

    /** A value within this one. */
    public Check at(String field) {
        return new Check(this, field, -1);
    }

    /** An element of a list within this value. */
    public Check at(String field, int position) {
        return new Check(this, field, position);
    }

    /** Path of a field of this value, for example {@code command.batteries[17].weightGrams}. */
    public String path(String field) {
        String own = own();
        return own.isEmpty() ? field : own + "." + field;
    }

    private String own() {
        if (parent == null) {
            return name;
        }
        return index < 0 ? parent.path(name) : parent.path(name) + "[" + index + "]";
    }

    /** An error at a field of this value. */
    public LedgerError error(ErrorCode code, String field, String message) {
        return LedgerError.of(code, message).at(path(field));
    }

    /** The value must be there. */
    public <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw error(ErrorCode.MALFORMED_REQUEST, field, "A required field is missing.").exception();
        }
        return value;
    }

    /** A condition on a field. */
    public void holds(String field, boolean condition, String message) {
        if (!condition) {
            throw error(ErrorCode.INVALID_FIELD, field, message).exception();
        }
    }

    /** An identifier: 1 to 64 characters of {@code [A-Za-z0-9._-]}. */
    public void id(String field, @Nullable String value) {
        matches(field, required(field, value), ID, "1 to 64 characters of A-Z, a-z, 0-9, '.', '_', '-'");
    }

    /** An identifier, if there. */
    public void optionalId(String field, @Nullable String value) {
        if (value != null) {
            id(field, value);
        }
    }

    /** Hexadecimal SHA-256 in lower case. */
    public void sha256(String field, @Nullable String value) {
        matches(field, required(field, value), SHA256, "64 lower-case hexadecimal digits");
    }

    /** A pattern that the whole value must match. */
    public void matches(String field, String value, Pattern pattern, String expected) {
        if (!pattern.matcher(value).matches()) {
            throw error(ErrorCode.INVALID_FIELD, field, "The value has the wrong form.").comparing(expected, shortened(value)).exception();
        }
    }

    /** Text without control characters, 1 to {@code max} characters, not blank. */
    public void text(String field, @Nullable String value, int max) {
        String text = required(field, value);
        if (text.isBlank() || text.length() > max || hasControls(text)) {
            throw error(ErrorCode.INVALID_FIELD, field, "The text is blank, too long, or has control characters.")
                    .comparing("1 to " + max + " characters", shortened(text))
                    .exception();
        }
    }

    /** Text, if there. */
    public void optionalText(String field, @Nullable String value, int max) {
        if (value != null) {
            text(field, value, max);
        }
    }

    /** A whole number between two bounds, both inclusive. */
    public void range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw error(ErrorCode.OUT_OF_RANGE, field, "The number is out of range.").comparing(min + " to " + max, value).exception();
        }
    }

    /** A whole number between two bounds, if there. */
    public void optionalRange(String field, @Nullable Number value, long min, long max) {
        if (value != null) {
            range(field, value.longValue(), min, max);
        }
    }

    /** A calendar date, {@code yyyy-MM-dd}, between 1990 and 2199. */
    public LocalDate date(String field, @Nullable String value) {
        String text = required(field, value);
        LocalDate date = parseDate(field, text);
        range(field, date.getYear(), 1990, 2199);
        return date;
    }

    private LocalDate parseDate(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw error(ErrorCode.INVALID_FIELD, field, "Not a date.").comparing("yyyy-MM-dd", shortened(text)).exception();
        }
    }

    /** A moment in UTC, {@code yyyy-MM-ddTHH:mm:ss[.fraction]Z}. */
    public Instant instant(String field, @Nullable String value) {
        String text = required(field, value);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw error(ErrorCode.INVALID_FIELD, field, "Not a time.").comparing("yyyy-MM-ddTHH:mm:ssZ", shortened(text)).exception();
        }
    }

    /** An MSP id: 1 to 64 characters of {@code [A-Za-z0-9._-]}. */
    public void msp(String field, @Nullable String value) {
        id(field, value);
    }

    /** A value within this one, which must be there. */
    public void nested(String field, @Nullable Validated value) {
        required(field, value).validate(at(field));
    }

    /** A value within this one, if there. */
    public void optionalNested(String field, @Nullable Validated value) {
        if (value != null) {
            value.validate(at(field));
        }
    }

    /** Size of a list, 1 to {@code max}; more gives {@code BATCH_TOO_LARGE}. */
    public void size(String field, Collection<?> values, int max) {
        if (values.isEmpty()) {
            throw error(ErrorCode.INVALID_FIELD, field, "The list is empty.").exception();
        }
        atMost(field, values, max);
    }

    /** Largest size of a list; more gives {@code BATCH_TOO_LARGE}. */
    public void atMost(String field, Collection<?> values, int max) {
        if (values.size() > max) {
            throw error(ErrorCode.BATCH_TOO_LARGE, field, "Too many entries for one transaction.")
                    .comparing("at most " + max, values.size())
                    .advising("Split the request.")
                    .exception();
        }
    }

    /** Validates each element of a list. */
    public void each(String field, List<? extends Validated> values) {
        for (int i = 0; i < values.size(); i++) {
            values.get(i).validate(at(field, i));
        }
    }

    private static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String shortened(String value) {
        return value.length() <= 64 ? value : value.substring(0, 64) + "…";
    }
}
