package org.voltrail.cli.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.model.json.CanonicalJson;
import org.voltrail.model.json.WireNames;

/**
 * The columns that a CSV file may have for a record, worked out from the record itself. A column is named by the path of the
 * field, {@code specification.weightGrams}; the first part may be left out where the last is unique: {@code weightGrams}. Of a
 * map from an enum each constant is a column ({@code compositionMg.cobalt}), of a list of name and value pairs each name
 * ({@code identities.serial}). A list of texts is one column, its elements separated by a bar ({@code |}).
 */
public final class Columns {

    private final Map<String, Column> byPath = new LinkedHashMap<>();
    private final Map<String, Column> byShortName = new LinkedHashMap<>();

    private Columns() {}

    /**
     * The columns for a record.
     *
     * @param type record class
     * @return its columns
     */
    public static Columns of(Class<? extends Record> type) {
        Columns columns = new Columns();
        columns.addRecord(List.of(), type);
        columns.addShortNames();
        return columns;
    }

    /** {@return the full names of all columns, in the order of the record's fields} */
    public Set<String> names() {
        return byPath.keySet();
    }

    private void addRecord(List<String> path, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            add(plus(path, component.getName()), component.getGenericType());
        }
    }

    private void add(List<String> path, Type type) {
        if (type instanceof Class<?> plain) {
            addPlain(path, plain);
        } else if (type instanceof ParameterizedType generic) {
            addGeneric(path, (Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
    }

    private void addPlain(List<String> path, Class<?> type) {
        if (type.isRecord()) {
            addRecord(path, type);
        } else {
            put(path, Column.Kind.of(type));
        }
    }

    private void addGeneric(List<String> path, Class<?> raw, Type[] arguments) {
        if (Map.class.isAssignableFrom(raw) && arguments[0] instanceof Class<?> key && key.isEnum()) {
            constants(key).forEach(name -> put(plus(path, name), Column.Kind.of((Class<?>) arguments[1])));
        } else if (List.class.isAssignableFrom(raw) && arguments[0] instanceof Class<?> element) {
            addList(path, element);
        }
    }

    private void addList(List<String> path, Class<?> element) {
        if (element == String.class) {
            put(path, Column.Kind.TEXTS);
        } else if (element.isRecord() && element.getRecordComponents()[0].getType().isEnum()) {
            constants(element.getRecordComponents()[0].getType()).forEach(name -> put(plus(path, name), Column.Kind.PAIR));
        }
    }

    private void put(List<String> path, Column.Kind kind) {
        byPath.put(String.join(".", path), new Column(path, kind));
    }

    private void addShortNames() {
        Map<String, Integer> uses = new LinkedHashMap<>();
        byPath.values().forEach(column -> uses.merge(column.shortName(), 1, Integer::sum));
        byPath.values().stream()
                .filter(column -> uses.get(column.shortName()) == 1)
                .forEach(column -> byShortName.put(column.shortName(), column));
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(constant -> WireNames.of((Enum<?>) constant)).toList();
    }

    private static List<String> plus(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    /**
     * Reads a record from values by column name.
     *
     * @param values by full or short name
     * @param type record class
     * @param <T> record
     * @return the record; not yet validated
     * @throws CliException if a column is unknown or a value has the wrong form
     * @throws org.voltrail.model.LedgerException if a required column is missing
     */
    public <T> T read(Map<String, String> values, Class<T> type) {
        RawEntry entry = under(List.copyOf(values.keySet())).parse(1, List.copyOf(values.values()));
        if (entry instanceof RawEntry.Json json) {
            return CanonicalJson.convert(json.json(), type);
        }
        Refusal refusal = ((RawEntry.Unreadable) entry).refusal();
        throw new CliException(ExitCode.USAGE, refusal.field() + " cannot be \"" + refusal.found() + "\".",
                "It should be " + refusal.expected() + ".");
    }

    /**
     * How the lines under a heading are read.
     *
     * @param heading names of the columns, in the order of the file
     * @return the form of a line
     * @throws CliException if it names an unknown column, or one twice
     */
    Row under(List<String> heading) {
        List<Column> columns = new ArrayList<>();
        for (String name : heading) {
            Column column = find(name);
            if (columns.contains(column)) {
                throw new CliException(ExitCode.LOCAL, "The column \"" + name + "\" is there twice.", null);
            }
            columns.add(column);
        }
        return new Row(columns);
    }

    private Column find(String name) {
        Column column = byPath.getOrDefault(name, byShortName.get(name));
        if (column == null) {
            throw new CliException(ExitCode.LOCAL, "There is no column \"" + name + "\".",
                    "Columns are: " + String.join(", ", byPath.keySet()));
        }
        return column;
    }

    /** The columns of one file, in its order. */
    static final class Row {
        private final List<Column> columns;

        private Row(List<Column> columns) {
            this.columns = columns;
        }

        /** Reads the cells of a line; empty cells say nothing. */
        RawEntry parse(long line, List<String> cells) {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < cells.size(); i++) {
                Column column = columns.get(i);
                if (!cells.get(i).isEmpty() && !column.write(root, cells.get(i))) {
                    return new RawEntry.Unreadable(new Refusal(line, "INVALID_FIELD", column.name(),
                            "The cell has the wrong form.", column.kind().expected(), cells.get(i)));
                }
            }
            return new RawEntry.Json(line, root);
        }
    }
}
