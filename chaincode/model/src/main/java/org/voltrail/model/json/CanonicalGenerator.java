package org.voltrail.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lets through only canonical JSON: member names ascending and unique within each object, numbers whole and exact as a double. */
final class CanonicalGenerator extends JsonGeneratorDelegate {
    /** Largest magnitude of a number: 2^53 - 1, as RFC 8785 and I-JSON (RFC 7493) allow. */
    static final long MAX = (1L << 53) - 1;

    private final Deque<String> enclosing = new ArrayDeque<>();
    private String last = "";

    CanonicalGenerator(JsonGenerator target) {
        super(target, false);
    }

    @Override
    public void writeStartObject() throws IOException {
        open();
        super.writeStartObject();
    }

    @Override
    public void writeStartObject(Object value) throws IOException {
        open();
        super.writeStartObject(value);
    }

    @Override
    public void writeStartObject(Object value, int size) throws IOException {
        open();
        super.writeStartObject(value, size);
    }

    @Override
    public void writeEndObject() throws IOException {
        last = enclosing.pop();
        super.writeEndObject();
    }

    @Override
    public void writeFieldName(String name) throws IOException {
        ascending(name);
        super.writeFieldName(name);
    }

    @Override
    public void writeFieldName(SerializableString name) throws IOException {
        ascending(name.getValue());
        super.writeFieldName(name);
    }

    @Override
    public void writeString(String text) throws IOException {
        wellFormed(text);
        super.writeString(text);
    }

    @Override
    public void writeNumber(long value) throws IOException {
        if (value > MAX || value < -MAX) {
            throw refused("the number " + value + " exceeds 2^53 - 1");
        }
        super.writeNumber(value);
    }

    @Override
    public void writeNumber(BigInteger value) throws IOException {
        if (value.bitLength() > 53) {
            throw refused("the number " + value + " exceeds 2^53 - 1");
        }
        super.writeNumber(value);
    }

    @Override
    public void writeNumber(double value) throws IOException {
        throw fraction();
    }

    @Override
    public void writeNumber(float value) throws IOException {
        throw fraction();
    }

    @Override
    public void writeNumber(BigDecimal value) throws IOException {
        throw fraction();
    }

    @Override
    public void writeNumber(String encoded) throws IOException {
        throw fraction();
    }

    private void open() {
        enclosing.push(last);
        last = "";
    }

    /** A half of a surrogate pair has no UTF-8. */
    private void wellFormed(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw refused("a text holds half a surrogate pair");
                }
                i++;
            }
        }
    }

    private void ascending(String name) throws IOException {
        wellFormed(name);
        if (!last.isEmpty() && last.compareTo(name) >= 0) {
            throw refused("the member '" + name + "' does not follow '" + last + "'");
        }
        last = name;
    }

    private IOException fraction() {
        return refused("fractional numbers are not written");
    }

    private IOException refused(String why) {
        return new NotCanonicalException("Not canonical JSON: " + why, this);
    }
}
