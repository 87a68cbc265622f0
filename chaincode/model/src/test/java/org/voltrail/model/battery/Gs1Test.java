package org.voltrail.model.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerException;

class Gs1Test {
    @ParameterizedTest
    @CsvSource({"950600013435,2", "629104150021,3", "0950600013435,2", "9638507,4"})
    void checkDigitsAreThoseOfTheGeneralSpecifications(String digits, char expected) {
        assertThat(Gs1.checkDigit(digits)).isEqualTo(expected);
    }

    @Property
    void oneWrongDigitIsAlwaysFound(@ForAll @NumericChars @StringLength(12) String digits, @ForAll @IntRange(max = 11) int at, @ForAll @IntRange(min = 1, max = 9) int by) {
        char[] wrong = digits.toCharArray();
        wrong[at] = (char) ('0' + (wrong[at] - '0' + by) % 10);

        assertThat(Gs1.checkDigit(new String(wrong))).isNotEqualTo(Gs1.checkDigit(digits));
    }

    @Test
    void aGlnHasThirteenDigitsAndACheckDigit() {
        assertThat(Gs1.gln(Check.root(), "gln", "4012345000009")).isEqualTo("4012345000009");
        assertThatThrownBy(() -> Gs1.gln(Check.root(), "gln", "4012345000008"))
                .isInstanceOfSatisfying(LedgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CHECK_DIGIT));
        assertThatThrownBy(() -> Gs1.gln(Check.root(), "gln", "401234500000"))
                .isInstanceOfSatisfying(LedgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_FIELD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4012345ABC-1", "(8004)4012345ABC-1", "80044012345ABC-1", "https://id.example.org/8004/4012345ABC-1?x=y"})
    void aGiaiIsReadInAnyForm(String text) {
        assertThat(Gs1.giai(Check.root(), "value", text)).isEqualTo("4012345ABC-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC", "401", "4012345678901234567890123456789X", "4012345 1"})
    void whatIsNoGiaiIsRefused(String text) {
        assertThatThrownBy(() -> Gs1.giai(Check.root(), "value", text)).isInstanceOf(LedgerException.class);
    }
}
