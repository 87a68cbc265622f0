package org.voltrail.model.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.voltrail.model.Command;
import org.voltrail.model.CommandEnvelope;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;

/**
 * Canonical JSON after RFC 8785, restricted to whole numbers of at most 2^53 - 1: members sorted by UTF-16 code units, no white
 * space, UTF-8, shortest escapes. Nulls and empty lists, maps and texts are left out. Equal values have equal bytes on every peer.
 * Thread-safe.
 */
public final class CanonicalJson {
    private static final JsonMapper MAPPER = mapper();

    private CanonicalJson() {}

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .annotationIntrospector(new WireNames())
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .withCoercionConfig(LogicalType.Textual, c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
                .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                .build();
    }

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException if it holds a fraction, a number beyond 2^53 - 1, or anything else without canonical form
     */
    public static byte[] write(Object value) {
        try (ByteArrayBuilder out = new ByteArrayBuilder(512);
                JsonGenerator generator = new CanonicalGenerator(MAPPER.createGenerator(out))) {
            MAPPER.writeValue(generator, value);
            generator.flush();
            return out.toByteArray();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a value as text; see {@link #write(Object)}. */
    public static String writeString(Object value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    /** Hexadecimal SHA-256, in lower case, of a value's canonical JSON. */
    public static String sha256(Object value) {
        return sha256(write(value));
    }

    /** Hexadecimal SHA-256, in lower case, of bytes. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a value. The input need not be canonical, but unknown and duplicate fields, fractions and trailing text are refused.
     *
     * @throws LedgerException {@code MALFORMED_REQUEST}, with the path of the field where it is known
     */
    public static <T> T read(byte[] json, Class<T> type) {
        return read(json, MAPPER.constructType(type));
    }

    /** Reads a value from text; see {@link #read(byte[], Class)}. */
    public static <T> T read(String json, Class<T> type) {
        return read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    /** Reads the argument of a submit transaction; see {@link #read(byte[], Class)}. */
    public static <C extends Command<?>> CommandEnvelope<C> readEnvelope(byte[] json, Class<C> command) {
        return read(json, MAPPER.getTypeFactory().constructParametricType(CommandEnvelope.class, command));
    }

    /** Finds out ahead of time how values of a class are read; the first one would wait for it. */
    public static void prepare(Class<?> type) {
        MAPPER.readerFor(type);
    }

    /** The same for the argument of a submit transaction. */
    public static void prepareEnvelope(Class<? extends Command<?>> command) {
        MAPPER.readerFor(MAPPER.getTypeFactory().constructParametricType(CommandEnvelope.class, command));
    }

    private static <T> T read(byte[] json, JavaType type) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            T value = MAPPER.readerFor(type).readValue(parser);
            if (value == null) {
                throw Malformed.empty();
            }
            if (value instanceof JsonNode tree) {
                Malformed.refuseFractions(tree);
            }
            return value;
        } catch (IOException e) {
            throw Malformed.because(e);
        }
    }

    /** A value as a tree. */
    public static JsonNode tree(Object value) {
        return value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
    }

    /**
     * A tree as a value.
     *
     * @throws LedgerException {@code MALFORMED_REQUEST} if the tree is not of that type
     */
    public static <T> T convert(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (IOException e) {
            throw Malformed.because(e);
        }
    }

    /** The sentence of a {@link LedgerError}'s JSON, or an {@code INTERNAL} error that carries the text itself. */
    public static LedgerError readError(String json) {
        try {
            return read(json, LedgerError.class);
        } catch (LedgerException e) {
            return LedgerError.of(ErrorCode.INTERNAL, json);
        }
    }
}
