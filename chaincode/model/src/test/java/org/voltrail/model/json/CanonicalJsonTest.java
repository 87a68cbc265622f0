package org.voltrail.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Status;

class CanonicalJsonTest {
    record Sample(String text, long number, @Nullable String maybe, List<String> list, boolean flag) {}

    @Test
    void membersAreSortedAndNullsAndEmptyListsLeftOut() {
        String json = CanonicalJson.writeString(new Sample("a", 7, null, List.of(), false));

        assertThat(json).isEqualTo("{\"flag\":false,\"number\":7,\"text\":\"a\"}");
    }

    @Test
    void membersOfATreeAreSortedByUtf16CodeUnits() {
        JsonNode tree = CanonicalJson.read("{\"\u20ac\":1,\"\\r\":2,\"\\u0080\":3,\"1\":4,\"\ud83d\ude00\":5,\"\ufb33\":6,\"\u00f6\":7}", JsonNode.class);

        assertThat(CanonicalJson.writeString(tree))
                .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":3,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":6}");
    }

    @Test
    void controlsAreEscapedInLowerCaseAndEverythingElseIsUtf8() {
        String json = CanonicalJson.writeString(Map.of("t", "\u20ac$\u000f\nA'B\"\\\"/\u007f\ud83d\ude00"));

        assertThat(json).isEqualTo("{\"t\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\u007f\ud83d\ude00\"}");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.0, -0.0, 1e300, Double.NaN})
    void fractionsAreNotWritten(double value) {
        assertThatThrownBy(() -> CanonicalJson.write(Map.of("x", value))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":0.5}", "{\"x\":1e3}", "[[1.0]]"})
    void fractionsAreNotRead(String json) {
        assertMalformed(() -> CanonicalJson.read(json, JsonNode.class));
    }

    @Test
    void numbersThatADoubleCannotHoldAreNotWritten() {
        assertThat(CanonicalJson.writeString(Map.of("x", (1L << 53) - 1))).isEqualTo("{\"x\":9007199254740991}");
        assertThatThrownBy(() -> CanonicalJson.write(Map.of("x", 1L << 53))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(Map.of("x", Long.MIN_VALUE))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void loneSurrogatesAreNotWritten() {
        assertThatThrownBy(() -> CanonicalJson.write(Map.of("x", "\ud83d"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "null", "{", "[]", "{\"text\":\"a\",\"number\":1,\"flag\":true,\"other\":1}", "{\"text\":\"a\",\"number\":1,\"flag\":true} x",
                "{\"text\":\"a\",\"flag\":true}", "{\"text\":\"a\",\"number\":null,\"flag\":true}", "{\"text\":1,\"number\":1,\"flag\":true}",
                "{\"text\":\"a\",\"number\":\"1\",\"flag\":true}", "{\"text\":\"a\",\"number\":1.5,\"flag\":true}",
                "{\"text\":\"a\",\"number\":1,\"flag\":1}", "{\"text\":\"a\",\"text\":\"b\",\"number\":1,\"flag\":true}"
            })
    void whatIsNotExactlyTheRecordIsRefused(String json) {
        assertMalformed(() -> CanonicalJson.read(json, Sample.class));
    }

    @Test
    void anErrorNamesTheFieldAndThePlace() {
        assertThatThrownBy(() -> CanonicalJson.read("{\"list\":[\"a\",{}]}", Sample.class))
                .isInstanceOfSatisfying(LedgerException.class, e -> {
                    assertThat(e.error().field()).isEqualTo("list[1]");
                    assertThat(e.error().message()).contains("line 1");
                });
    }

    @Test
    void enumsAreLowerCaseWithHyphensUnlessMarkedLiteral() {
        assertThat(CanonicalJson.writeString(List.of(Status.RE_USED, Role.SECOND_LIFE))).isEqualTo("[\"re-used\",\"second-life\"]");
        assertThat(CanonicalJson.read("\"re-used\"", Status.class)).isEqualTo(Status.RE_USED);
        assertThat(CanonicalJson.writeString(ErrorCode.ON_HOLD)).isEqualTo("\"ON_HOLD\"");
        assertMalformed(() -> CanonicalJson.read("\"RE_USED\"", Status.class));
        assertMalformed(() -> CanonicalJson.read("1", Status.class));
    }

    @Test
    void anErrorSurvivesItsJson() {
        LedgerError error = LedgerError.of(ErrorCode.NOT_HOLDER, "No.").at("command.battery").comparing("A", "B").advising("Ask.");

        assertThat(CanonicalJson.readError(CanonicalJson.writeString(error))).isEqualTo(error);
        assertThat(CanonicalJson.readError("no json").code()).isEqualTo(ErrorCode.INTERNAL);
    }

    private static void assertMalformed(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(LedgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST));
    }
}
