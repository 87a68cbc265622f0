package org.voltrail.model.endoflife;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerException;
import org.voltrail.model.battery.Material;

class CreditProperties {
    private static Credit issued(long mass) {
        return new Credit("c", "lot-1", Material.COBALT, "RecyclerMSP", "RecyclerMSP", mass, mass, null, "2026-01-01T00:00:00.000Z");
    }

    @Property
    void noMoreIsSpentThanWasIssued(@ForAll @LongRange(min = 1, max = 1_000) long mass, @ForAll @Size(max = 30) List<@LongRange(min = 1, max = 200) Long> spendings) {
        Credit credit = issued(mass);
        long spent = 0;
        for (long spending : spendings) {
            try {
                credit = credit.spent(Check.root(), "massMg", spending);
                spent += spending;
            } catch (LedgerException refused) {
                assertThat(refused.code()).isEqualTo(ErrorCode.CREDIT_SPENT);
                assertThat(spending).isGreaterThan(credit.remainingMg());
            }
        }
        assertThat(spent + credit.remainingMg()).isEqualTo(mass);
        assertThat(credit.remainingMg()).isNotNegative();
    }

    @Property
    void handingOnNeitherCreatesNorDestroysMaterial(@ForAll @LongRange(min = 1, max = 1_000) long mass, @ForAll @Size(max = 20) List<@LongRange(min = 1, max = 200) Long> parts) {
        List<Credit> credits = new ArrayList<>(List.of(issued(mass)));
        for (long part : parts) {
            Credit source = credits.get(credits.size() - 1);
            if (part <= source.remainingMg()) {
                credits.set(credits.size() - 1, source.spent(Check.root(), "massMg", part));
                credits.add(source.handedOn("c" + credits.size(), "OtherMSP", part, "2026-01-02T00:00:00.000Z"));
            }
        }
        assertThat(credits.stream().mapToLong(Credit::remainingMg).sum()).isEqualTo(mass);
    }
}
