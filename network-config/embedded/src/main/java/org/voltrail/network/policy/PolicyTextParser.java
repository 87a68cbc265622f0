package org.voltrail.network.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code GATE(argument, …)}: gates AND, OR and OutOf, principals in single or double quotes. */
final class PolicyTextParser {
    private static final int MAX_DEPTH = 64;
    private static final Map<String, Gate> GATES = Map.of(
            "And", Gate.AND, "and", Gate.AND, "AND", Gate.AND,
            "Or", Gate.OR, "or", Gate.OR, "OR", Gate.OR,
            "OutOf", Gate.OUT_OF, "outof", Gate.OUT_OF, "OUTOF", Gate.OUT_OF);

    private enum Gate {
        AND, OR, OUT_OF
    }

    /** A gate or a principal. */
    sealed interface Argument {}

    /** A gate: so many of its arguments are needed. */
    record Node(int needed, List<Argument> arguments) implements Argument {}

    /** A principal's text, still to be read. */
    record Leaf(String text) implements Argument {}

    private final String text;
    private int at;

    PolicyTextParser(String text) {
        this.text = text;
    }

    Node parse() throws PolicyException {
        Node node = gate(0);
        skipSpace();
        if (at < text.length()) {
            throw unexpected("the end");
        }
        return node;
    }

    private Node gate(int depth) throws PolicyException {
        if (depth > MAX_DEPTH) {
            throw new PolicyException("the policy is nested too deeply");
        }
        Gate gate = gateName();
        expect('(');
        int needed = gate == Gate.OUT_OF ? count() : -1;
        List<Argument> arguments = arguments(depth);
        return new Node(gate == Gate.OUT_OF ? needed : gate == Gate.OR ? 1 : arguments.size(), arguments);
    }

    private Gate gateName() throws PolicyException {
        skipSpace();
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        Gate gate = GATES.get(name);
        if (gate == null) {
            at = start;
            throw name.isEmpty() ? unexpected("a gate") : new PolicyException("unrecognized token '" + name + "' in policy string");
        }
        return gate;
    }

    /** The number before an OutOf gate's arguments, with or without quotes. */
    private int count() throws PolicyException {
        skipSpace();
        boolean quoted = at < text.length() && isQuote(text.charAt(at));
        String digits = quoted ? quotedText() : digits();
        if (!digits.matches("\\d{1,6}")) {
            throw new PolicyException("unrecognized type, expected a number, got '" + digits + "'");
        }
        expect(',');
        return Integer.parseInt(digits);
    }

    private String digits() {
        int start = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private List<Argument> arguments(int depth) throws PolicyException {
        List<Argument> arguments = new ArrayList<>();
        do {
            arguments.add(argument(depth));
        } while (accept(','));
        expect(')');
        return arguments;
    }

    private Argument argument(int depth) throws PolicyException {
        skipSpace();
        return at < text.length() && isQuote(text.charAt(at)) ? new Leaf(quotedText()) : gate(depth + 1);
    }

    private String quotedText() throws PolicyException {
        char quote = text.charAt(at);
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw unexpected("a closing quote");
        }
        String quoted = text.substring(at + 1, end);
        at = end + 1;
        return quoted;
    }

    private static boolean isQuote(char character) {
        return character == '\'' || character == '"';
    }

    private boolean accept(char wanted) {
        skipSpace();
        boolean found = at < text.length() && text.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private void expect(char wanted) throws PolicyException {
        if (!accept(wanted)) {
            throw unexpected("'" + wanted + "'");
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private PolicyException unexpected(String wanted) {
        return new PolicyException("expected " + wanted + " at position " + at + " of policy string '" + text + "'");
    }
}
