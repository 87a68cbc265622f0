package org.voltrail.cli.submit;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.voltrail.model.json.WireNames;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a constant as the ledger's JSON writes it, {@code re-used}, or as Java does, {@code RE_USED}.
 *
 * @param <E> enum
 */
public abstract class WireEnumConverter<E extends Enum<E>> implements ITypeConverter<E> {

    private final Class<E> type;

    /**
     * A converter.
     *
     * @param type enum
     */
    protected WireEnumConverter(Class<E> type) {
        this.type = type;
    }

    @Override
    public final E convert(String value) {
        String wanted = plain(value);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> plain(constant.name()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("\"" + value + "\" is none of " + Arrays.stream(type.getEnumConstants())
                        .map(WireNames::of).collect(Collectors.joining(", "))));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
