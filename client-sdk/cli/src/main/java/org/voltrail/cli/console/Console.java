package org.voltrail.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import org.voltrail.model.json.CanonicalJson;

/**
 * Where a command writes. Results go to standard output: with {@code --json} each as one line of canonical JSON, otherwise
 * as text. Remarks and failures go to standard error, so that output can be piped. Safe for use by several threads.
 */
public final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final boolean quiet;

    /**
     * A console.
     *
     * @param out for results
     * @param err for everything else
     * @param json whether results are JSON
     * @param quiet whether remarks are left out
     */
    public Console(PrintWriter out, PrintWriter err, boolean json, boolean quiet) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.quiet = quiet;
    }

    /** {@return whether results are JSON} */
    public boolean json() {
        return json;
    }

    /** {@return whether remarks are left out} */
    public boolean quiet() {
        return quiet;
    }

    /**
     * Prints a result: one line of JSON, or its members line by line.
     *
     * @param record anything that the ledger's JSON can hold
     */
    public synchronized void result(Object record) {
        JsonNode tree = CanonicalJson.tree(record);
        if (json) {
            out.println(CanonicalJson.writeString(tree));
        } else {
            TextView.lines(tree).forEach(out::println);
        }
        out.flush();
    }

    /**
     * Prints a result for which there is a text of its own.
     *
     * @param record printed with {@code --json}
     * @param text printed otherwise
     */
    public synchronized void result(Object record, String text) {
        out.println(json ? CanonicalJson.writeString(record) : text);
        out.flush();
    }

    /**
     * Prints a table of results; with {@code --json} each row's record on a line.
     *
     * @param records printed with {@code --json}
     * @param table printed otherwise
     */
    public synchronized void table(Iterable<?> records, Table table) {
        if (json) {
            records.forEach(record -> out.println(CanonicalJson.writeString(record)));
        } else {
            table.lines().forEach(out::println);
        }
        out.flush();
    }

    /**
     * Prints a line for people; left out with {@code --json}.
     *
     * @param text the line
     */
    public synchronized void line(String text) {
        if (!json) {
            out.println(text);
            out.flush();
        }
    }

    /**
     * Prints a remark on standard error; left out with {@code --quiet}.
     *
     * @param text the line
     */
    public synchronized void remark(String text) {
        if (!quiet) {
            err.println(text);
            err.flush();
        }
    }

    /**
     * Prints a failure on standard error.
     *
     * @param text the line
     */
    public synchronized void failure(String text) {
        err.println(text);
        err.flush();
    }
}
