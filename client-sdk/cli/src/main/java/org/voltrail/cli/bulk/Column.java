package org.voltrail.cli.bulk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One column: where its cells go in the entry's JSON, and what form they have. */
record Column(List<String> path, Kind kind) {

    /** What a cell holds. */
    enum Kind {
        TEXT("text"),
        NUMBER("a whole number without unit or separators"),
        FLAG("true or false"),
        TEXTS("texts separated by |"),
        PAIR("text");

        private final String expected;

        Kind(String expected) {
            this.expected = expected;
        }

        String expected() {
            return expected;
        }

        static Kind of(Class<?> type) {
            if (type == boolean.class || type == Boolean.class) {
                return FLAG;
            }
            return type.isPrimitive() || Number.class.isAssignableFrom(type) ? NUMBER : TEXT;
        }
    }

    String name() {
        return String.join(".", path);
    }

    /** The name without the record it is in; what belongs to a map or list keeps that list's name. */
    String shortName() {
        return path.size() < 2 ? name() : String.join(".", path.subList(1, path.size()));
    }

    /** Writes a cell into the entry; false if it has the wrong form. */
    boolean write(ObjectNode root, String cell) {
        return kind == Kind.PAIR ? writePair(root, cell) : writeMember(parent(root, path.size() - 1), cell);
    }

    private boolean writePair(ObjectNode root, String cell) {
        ArrayNode pairs = parent(root, path.size() - 2).withArrayProperty(path.get(path.size() - 2));
        pairs.addObject().put("scheme", last()).put("value", cell);
        return true;
    }

    private boolean writeMember(ObjectNode parent, String cell) {
        switch (kind) {
            case NUMBER -> {
                return writeNumber(parent, cell);
            }
            case FLAG -> parent.put(last(), Boolean.parseBoolean(cell));
            case TEXTS -> List.of(cell.split("\\|")).forEach(parent.withArrayProperty(last())::add);
            default -> parent.put(last(), cell);
        }
        return true;
    }

    private boolean writeNumber(ObjectNode parent, String cell) {
        try {
            parent.put(last(), Long.parseLong(cell));
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private ObjectNode parent(ObjectNode root, int depth) {
        ObjectNode node = root;
        for (String name : path.subList(0, depth)) {
            node = node.withObjectProperty(name);
        }
        return node;
    }

    private String last() {
        return path.get(path.size() - 1);
    }
}
