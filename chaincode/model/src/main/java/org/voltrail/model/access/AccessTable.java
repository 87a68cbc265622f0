package org.voltrail.model.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;
import org.voltrail.model.Resources;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Category;
import org.voltrail.model.json.CanonicalJson;

/**
 * Who may see which field of a battery's passport: one table, read from {@code passport-access.json}, used wherever a passport is
 * shown. A field that the table does not list is for the parties alone. Immutable.
 *
 * @param source the law behind it
 * @param readers points of Annex XIII, and of the ledger, that each class of readers may see
 * @param roles class of readers that a role on the ledger puts an organisation into
 * @param fields the fields, by path in the battery's document
 */
public record AccessTable(String source, Map<Reader, Set<String>> readers, Map<Role, Reader> roles, List<Field> fields) {
    private static final AccessTable STANDARD =
            Resources.read(AccessTable.class, "passport-access.json", AccessTable.class);

    /** Copies lists and maps. */
    public AccessTable {
        readers = Copies.sortedMap(readers);
        roles = Copies.sortedMap(roles);
        fields = Copies.list(fields);
    }

    /**
     * A field.
     *
     * @param path in the battery's document, with dots
     * @param point of Annex XIII; {@code trade} and {@code party} for what only the ledger knows
     * @param clause where the law asks for it
     * @param requiredFrom date from which it must be filled, null if it need not or always is
     * @param notYetRequired whether it waits for a delegated act
     * @param categories categories of which it is asked, empty for all
     */
    public record Field(
            String path,
            String point,
            String clause,
            @Nullable String requiredFrom,
            @Nullable Boolean notYetRequired,
            Set<Category> categories) {
        /** Copies the set. */
        public Field {
            categories = Copies.sortedSet(categories);
        }

        boolean expected(Battery battery) {
            boolean asked = requiredFrom != null || Boolean.TRUE.equals(notYetRequired);
            return asked && (categories.isEmpty() || categories.contains(battery.specification().category()));
        }

        boolean due(String date) {
            return requiredFrom != null && requiredFrom.compareTo(date) <= 0;
        }
    }

    /** The table of the Regulation. */
    public static AccessTable standard() {
        return STANDARD;
    }

    /** The most trusted class that one of the roles leads to. */
    public Reader reader(Collection<Role> held) {
        return held.stream()
                .map(role -> roles.getOrDefault(role, Reader.PUBLIC))
                .max(Comparator.naturalOrder())
                .orElse(Reader.PUBLIC);
    }

    /** Whether a class of readers may see a point. */
    public boolean allows(Reader reader, String point) {
        return readers.getOrDefault(reader, Set.of()).contains(point);
    }

    /**
     * A battery's passport for a class of readers.
     *
     * @param date day on which it is read, {@code yyyy-MM-dd}; decides what must be filled
     */
    public PassportView view(Battery battery, Reader reader, String date) {
        JsonNode document = CanonicalJson.tree(battery);
        ObjectNode visible = JsonNodeFactory.instance.objectNode();
        List<String> withheld = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> notYet = new ArrayList<>();
        for (Field field : fields) {
            JsonNode value = document.at(pointer(field.path()));
            if (value.isMissingNode()) {
                note(field, battery, date, missing, notYet);
            } else if (allows(reader, field.point())) {
                copy(visible, field.path(), value);
            } else {
                withheld.add(field.path());
            }
        }
        return new PassportView(battery.id(), reader, visible, withheld, missing, notYet);
    }

    private static void note(Field field, Battery battery, String date, List<String> missing, List<String> notYet) {
        if (field.expected(battery)) {
            (field.due(date) ? missing : notYet).add(field.path());
        }
    }

    private static String pointer(String path) {
        return "/" + path.replace('.', '/');
    }

    private static void copy(ObjectNode target, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            target.set(path, value);
        } else {
            copy(target.withObjectProperty(path.substring(0, dot)), path.substring(dot + 1), value);
        }
    }
}
