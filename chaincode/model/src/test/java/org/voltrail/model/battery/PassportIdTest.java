package org.voltrail.model.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerException;

class PassportIdTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://id.example.org/01/09506000134352/21/B-1 | https://id.example.org/01/09506000134352/21/B-1",
                "HTTP://ID.Example.org/01/09506000134352/21/B-1/ | https://id.example.org/01/09506000134352/21/B-1",
                "https://id.example.org/01/9506000134352/21/B-1 | https://id.example.org/01/09506000134352/21/B-1",
                "https://id.example.org/gtin/9506000134352/ser/B-1 | https://id.example.org/01/09506000134352/21/B-1",
                "https://id.example.org/01/09506000134352/22/2A/10/L42/21/B-1?linkType=all#x | https://id.example.org/01/09506000134352/21/B-1",
                "https://example.org:8443/p/q/01/09506000134352/21/B-1 | https://example.org:8443/p/q/01/09506000134352/21/B-1",
                "<https://id.example.org/01/09506000134352/21/B-1> | https://id.example.org/01/09506000134352/21/B-1",
                "(01)09506000134352(21)B-1 | https://id.gs1.org/01/09506000134352/21/B-1",
                "(01)09506000134352(10)L42(21)B-1 | https://id.gs1.org/01/09506000134352/21/B-1",
                "]d2010950600013435221B-1 | https://id.gs1.org/01/09506000134352/21/B-1",
                "010950600013435221B-1 | https://id.gs1.org/01/09506000134352/21/B-1",
                "https://id.example.org/01/09506000134352/21/a%2Fb%2bc | https://id.example.org/01/09506000134352/21/a%2Fb%2Bc",
                "did:web:Battery.Example.org:packs:B-1 | did:web:battery.example.org:packs:B-1",
                "did:web:localhost%3a8443 | did:web:localhost%3A8443"
            })
    void anyPastedFormIsRead(String pasted, String normal) {
        assertThat(PassportId.normalise(pasted)).isEqualTo(normal);
        assertThat(PassportId.normalise(PassportId.normalise(pasted))).isEqualTo(normal);
    }

    @Test
    void aRawElementStringMayHoldOtherElementsEndedByFnc1() {
        assertThat(PassportId.normalise("\u001d010950600013435210L42\u001d21B-1\u001d99x"))
                .isEqualTo("https://id.gs1.org/01/09506000134352/21/B-1");
    }

    @Test
    void theHostDoesNotDistinguishBatteries() {
        assertThat(PassportId.parse("https://a.example/01/09506000134352/21/B-1").key())
                .isEqualTo(PassportId.parse("(01)09506000134352(21)B-1").key())
                .isEqualTo("01/09506000134352/21/B-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.example.org/01/09506000134353/21/B-1", "(01)19506000134352(21)B-1", "https://id.example.org/01/9506000134353/21/B-1"
            })
    void aWrongCheckDigitIsToldApart(String text) {
        assertCode(text, ErrorCode.CHECK_DIGIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "B-1", "https://id.example.org/", "https://id.example.org/01/09506000134352", "https://id.example.org/01/09506000134352/21/",
                "https://id.example.org/01/09506000134352/21/123456789012345678901", "https://id.example.org/01/09506000134352/21/%zz",
                "https://id.example.org/01/09506000134352/21/%C3%A4", "ftp://id.example.org/01/09506000134352/21/B-1", "did:key:z6Mk", "did:web:",
                "https://id.example.org/01/095060001343/21/B-1\u0000"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> PassportId.parse(text)).isInstanceOf(LedgerException.class);
    }

    @Property(tries = 300)
    void everySerialThatGs1AllowsSurvivesItsUri(@ForAll("serials") String serial) {
        PassportId id = PassportId.parse("(01)09506000134352(21)" + serial);

        assertThat(PassportId.parse(id.uri())).isEqualTo(id);
        assertThat(id.key()).doesNotContain(" ").startsWith("01/09506000134352/21/");
    }

    @Provide
    Arbitrary<String> serials() {
        String allowed = "!\"%&'*+,-./0123456789:;<=>?ABCXYZ_abcxyz";
        return Arbitraries.strings().withChars(allowed.toCharArray()).ofMinLength(1).ofMaxLength(20).filter(s -> !s.endsWith("\"") && !s.endsWith("'") && !s.endsWith(">"));
    }

    private static void assertCode(String text, ErrorCode code) {
        assertThatThrownBy(() -> PassportId.parse(text))
                .isInstanceOfSatisfying(LedgerException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
