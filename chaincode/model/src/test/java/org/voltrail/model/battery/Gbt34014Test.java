package org.voltrail.model.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerException;

class Gbt34014Test {
    @Test
    void aCodeIsTakenApart() {
        Gbt34014 code = Gbt34014.decode("001p b010001234gb40000042".replace(" ", ""));

        assertThat(code.code()).isEqualTo("001PB010001234GB40000042");
        assertThat(code.manufacturer()).isEqualTo("001");
        assertThat(code.level()).isEqualTo(Level.PACK);
        assertThat(code.chemistry()).isEqualTo(Chemistry.LFP);
        assertThat(code.specification()).isEqualTo("01");
        assertThat(code.traceability()).isEqualTo("0001234");
        assertThat(code.producedOn()).isEqualTo(LocalDate.of(2026, 11, 4));
        assertThat(code.serial()).isEqualTo("0000042");
        assertThat(code.warnings()).isEmpty();
    }

    @Test
    void whatNoTableListsIsAcceptedWithAWarning() {
        Gbt34014 code = Gbt34014.decode("001XQ010001234ZB40000042");

        assertThat(code.level()).isNull();
        assertThat(code.chemistry()).isNull();
        assertThat(code.producedOn()).isNull();
        assertThat(code.warnings()).hasSize(3).allSatisfy(warning -> assertThat(warning).contains("GB/T 34014"));
    }

    @Test
    void anUnverifiedMeaningGivesAWarning() {
        assertThat(Gbt34014.decode("001PC010001234GB40000042").warnings()).singleElement().asString().contains("not verified");
    }

    @Test
    void aDateThatIsNotInTheCalendarGivesAWarning() {
        assertThat(Gbt34014.decode("001PB010001234G200000042").producedOn()).isNull();
    }

    @Test
    void aCodeOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> Gbt34014.decode("001PB010001234GB4000004"))
                .isInstanceOfSatisfying(LedgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_FIELD));
    }

    @Test
    void blanksAndHyphensDoNotMatter() {
        assertThat(new Identity(IdentityScheme.GBT_34014, " 001PB-0100-01234 GB4 0000042 ").normalised("M").value())
                .isEqualTo("001PB010001234GB40000042");
    }
}
