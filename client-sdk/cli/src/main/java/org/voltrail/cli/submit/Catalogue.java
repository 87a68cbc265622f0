package org.voltrail.cli.submit;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;

/**
 * All transactions of the chaincode by name, {@code battery:register}, as the model's sealed interfaces list them.
 *
 * @param <T> command or query
 */
final class Catalogue<T> {

    private final Map<String, Class<? extends T>> byName = new TreeMap<>();

    private Catalogue() {}

    static <T> Catalogue<T> of(Class<T> type, Map<String, Class<?>> roots) {
        Catalogue<T> catalogue = new Catalogue<>();
        roots.forEach((contract, root) -> catalogue.addAll(type, contract, root));
        return catalogue;
    }

    private void addAll(Class<T> type, String contract, Class<?> root) {
        Deque<Class<?>> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty()) {
            Class<?> next = left.pop();
            if (next.isRecord() && type.isAssignableFrom(next)) {
                byName.put(contract + ":" + transaction(next), next.asSubclass(type));
            } else if (next.isSealed()) {
                left.addAll(Arrays.asList(next.getPermittedSubclasses()));
            }
        }
    }

    private static String transaction(Class<?> record) {
        String name = record.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    Class<? extends T> get(String name) {
        Class<? extends T> found = byName.get(name);
        if (found == null) {
            throw new CliException(ExitCode.USAGE, "There is no \"" + name + "\".", "There are: " + String.join(", ", byName.keySet()));
        }
        return found;
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The fields of a record, for people. */
    String fields(String name) {
        return Arrays.stream(get(name).getRecordComponents())
                .map(field -> field.getName() + ": " + field.getGenericType().getTypeName().replaceAll("[a-z]+\\.", ""))
                .collect(Collectors.joining(", "));
    }
}
