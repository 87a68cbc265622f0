package org.voltrail.model.json;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Locale;

/** Names of enum constants in JSON: {@code RE_USED} is {@code "re-used"}, unless the enum is marked {@link LiteralNames}. */
public final class WireNames extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    WireNames() {}

    /** The constant's name in JSON. */
    public static String of(Enum<?> constant) {
        boolean literal = constant.getDeclaringClass().isAnnotationPresent(LiteralNames.class);
        return literal ? constant.name() : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass annotated, Enum<?>[] constants, String[] names) {
        String[] found = super.findEnumValues(config, annotated, constants, names);
        for (int i = 0; i < constants.length; i++) {
            if (found[i] == null) {
                found[i] = of(constants[i]);
            }
        }
        return found;
    }
}
