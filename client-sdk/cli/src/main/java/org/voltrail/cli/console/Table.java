package org.voltrail.cli.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table for people: a heading and rows, each column as wide as its widest cell. Not for long lists, which should be printed
 * line by line.
 */
public final class Table {

    private final List<String[]> rows = new ArrayList<>();
    private final int columns;

    /**
     * A table with a heading.
     *
     * @param headings of the columns
     */
    public Table(String... headings) {
        columns = headings.length;
        rows.add(headings.clone());
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are columns; each is shown by its {@code toString}
     * @return this
     */
    public Table row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("A row of this table has " + columns + " cells, not " + cells.length);
        }
        rows.add(Arrays.stream(cells).map(String::valueOf).toArray(String[]::new));
        return this;
    }

    /** {@return the lines, heading first} */
    public List<String> lines() {
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
