package org.voltrail.model.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;
import org.voltrail.model.Role;
import org.voltrail.model.Validated;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.testing.Batteries;

class RegistersTest {
    private static final AccreditationGrant GRANT = new AccreditationGrant(
            "TesterMSP", AccreditationScope.TESTING, "D-PL-1", "DAkkS", "2026-01-01", "2026-06-30", Set.of(Category.EV));

    private static ErrorCode refusal(Validated value) {
        return error(value).code();
    }

    private static LedgerError error(Validated value) {
        return Assertions.catchThrowableOfType(LedgerException.class, () -> value.validate(Check.root())).error();
    }

    private static ParticipantEntry entry(String gln, String lei) {
        return new ParticipantEntry("RecyclerMSP", "Recycler Ltd", Set.of(Role.RECYCLER), "DE", gln, lei, null);
    }

    @Test
    void aParticipantsNumbersHaveCheckDigits() {
        assertThatCode(() -> entry("4012345678901", "5299000J2N45DDNE4Y28").validate(Check.root())).doesNotThrowAnyException();
        assertThat(refusal(entry("4012345678902", null))).isEqualTo(ErrorCode.CHECK_DIGIT);
        assertThat(refusal(entry(null, "5299000J2N45DDNE4Y29"))).isEqualTo(ErrorCode.CHECK_DIGIT);
        assertThat(refusal(entry(null, "tooshort"))).isEqualTo(ErrorCode.INVALID_FIELD);
    }

    @Test
    void anOrganisationWithoutARoleIsNotAdmitted() {
        assertThat(refusal(new ParticipantEntry("M", "M", Set.of(), "DE", null, null, null))).isEqualTo(ErrorCode.INVALID_FIELD);
    }

    @Test
    void anAccreditationIsValidFromItsFirstToItsLastDay() {
        Accreditation accreditation = new Accreditation(GRANT, "2026-01-01T00:00:00.000Z", null, null);
        assertThat(accreditation.validAt(Instant.parse("2025-12-31T23:59:59Z"))).isFalse();
        assertThat(accreditation.validAt(Instant.parse("2026-01-01T00:00:00Z"))).isTrue();
        assertThat(accreditation.validAt(Instant.parse("2026-06-30T23:59:59Z"))).isTrue();
        assertThat(accreditation.validAt(Instant.parse("2026-07-01T00:00:00Z"))).isFalse();
    }

    @Test
    void aWithdrawnAccreditationIsNotValid() {
        Accreditation withdrawn =
                new Accreditation(GRANT, "2026-01-01T00:00:00.000Z", null, null).withdrawn("2026-02-01T00:00:00.000Z", "fraud");
        assertThat(withdrawn.validAt(Instant.parse("2026-03-01T00:00:00Z"))).isFalse();
    }

    @Test
    void anAccreditationCoversItsCategoriesOrAll() {
        Accreditation some = new Accreditation(GRANT, "2026-01-01T00:00:00.000Z", null, null);
        assertThat(some.covers(Category.EV)).isTrue();
        assertThat(some.covers(Category.LMT)).isFalse();
        AccreditationGrant forAll = new AccreditationGrant("M", AccreditationScope.TESTING, "1", "B", "2026-01-01", "2026-01-01", Set.of());
        assertThat(new Accreditation(forAll, "2026-01-01T00:00:00.000Z", null, null).covers(Category.LMT)).isTrue();
    }

    @Test
    void aValidityThatEndsBeforeItBeginsIsRefused() {
        AccreditationGrant backwards = new AccreditationGrant("M", AccreditationScope.TESTING, "1", "B", "2026-01-02", "2026-01-01", Set.of());
        assertThat(refusal(backwards)).isEqualTo(ErrorCode.OUT_OF_RANGE);
    }

    @Test
    void aRecallIsEitherOfAModelOrOfSingleBatteries() {
        assertThat(refusal(new RecallScope(null, null, null, List.of()))).isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(refusal(new RecallScope("M", "VT-60", null, List.of("x")))).isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(error(new RecallScope(null, "VT-60", null, List.of())).field()).isEqualTo("manufacturer");
        assertThat(error(new RecallScope(null, null, "B1", List.of("https://id.example.org/01/04012345678901/21/A1"))).field()).isEqualTo("batch");
    }

    @Test
    void aRecallOfABatchReachesThatBatchOnly() {
        assertThat(RecallScope.ofBatch("ManufacturerMSP", "VT-60", "B1").reaches(Batteries.of(Batteries.pack()))).isTrue();
        assertThat(RecallScope.ofBatch("ManufacturerMSP", "VT-60", "B2").reaches(Batteries.of(Batteries.pack()))).isFalse();
        assertThat(RecallScope.ofModel("ManufacturerMSP", "VT-60").reaches(Batteries.of(Batteries.pack()))).isTrue();
        assertThat(RecallScope.ofModel("OtherMSP", "VT-60").reaches(Batteries.of(Batteries.pack()))).isFalse();
    }

    @Test
    void anIncentivePaysAFixedAmountAndSoMuchAKilogram() {
        IncentiveTerms terms = new IncentiveTerms(
                "Take-back", "Fund", Set.of(Milestone.COLLECTED), Milestone.COLLECTED, "EUR", 500, 10, "2026-01-01", "2026-12-31", Set.of());
        assertThat(terms.amount(Batteries.of(Batteries.pack()))).isEqualTo(500 + 10 * 400);
        assertThat(terms.missing(Batteries.of(Batteries.pack()))).isEqualTo(Milestone.COLLECTED);
        assertThat(terms.validAt("2026-12-31T23:59:59.999Z")).isTrue();
        assertThat(terms.validAt("2027-01-01T00:00:00.000Z")).isFalse();
    }

    @Test
    void anIncentiveThatPaysNothingIsRefused() {
        IncentiveTerms terms = new IncentiveTerms(
                "Nothing", "Fund", Set.of(), Milestone.COLLECTED, "EUR", 0, 0, "2026-01-01", "2026-12-31", Set.of());
        assertThat(error(terms).field()).isEqualTo("amountMinor");
    }

    @Test
    void theDefaultDeadlinesAreValidAndNameTheirSources() {
        assertThat(DeadlineRules.defaults()).isNotEmpty().allSatisfy(rules -> rules.validate(Check.root()));
        assertThat(DeadlineRules.defaults()).flatExtracting(DeadlineRules::rules).allSatisfy(rule -> assertThat(rule.source()).isNotBlank());
    }

    @Test
    void twoDeadlinesWithTheSameIdAreRefused() {
        DeadlineRules china = DeadlineRules.defaults("CN").orElseThrow();
        List<DeadlineRule> twice = List.of(china.rules().get(0), china.rules().get(0));
        assertThat(error(new DeadlineRules("CN", "v2", china.calendar(), twice)).field()).isEqualTo("rules");
    }
}
