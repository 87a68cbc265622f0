package org.voltrail.contract.endoflife;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.voltrail.contract.testing.TestIdentity;
import org.voltrail.model.Command;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerException;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Material;
import org.voltrail.model.endoflife.ContentClaim;
import org.voltrail.model.endoflife.Credit;
import org.voltrail.model.endoflife.Destination;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeQuery;
import org.voltrail.model.endoflife.Lot;
import org.voltrail.model.endoflife.LotOutput;

/** Whatever commands come in whatever order, the books of recovered material balance. */
class LotProperties {
    private static final Set<ErrorCode> ALLOWED =
            Set.of(ErrorCode.MASS_BALANCE, ErrorCode.CREDIT_SPENT, ErrorCode.OUT_OF_RANGE, ErrorCode.NOT_OWNER, ErrorCode.INVALID_FIELD);

    @Provide
    Arbitrary<List<LotOutput>> outputs() {
        return Combinators.combine(
                        Arbitraries.of(Material.COBALT, Material.NICKEL, Material.LITHIUM, Material.OTHER),
                        Arbitraries.of(Destination.class),
                        Arbitraries.longs().between(1, Yard.PACK_MG / 3))
                .as(LotOutput::new)
                .list()
                .ofMaxSize(8);
    }

    /** Steps of spending: who, which of the credits, how much, transfer or claim. */
    @Provide
    Arbitrary<List<Spending>> spendings() {
        return Combinators.combine(
                        Arbitraries.of(MAKER, RECYCLER, CARRIER),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.longs().between(1, 20_000_000),
                        Arbitraries.of(true, false))
                .as(Spending::new)
                .list()
                .ofMaxSize(12);
    }

    record Spending(TestIdentity who, int credit, long massMg, boolean claim) {}

    @Property(tries = 40)
    void recycledContentNeverExceedsWhatWasRecoveredNorRecoveredWhatWentIn(
            @ForAll @IntRange(min = 1, max = 3) int packs,
            @ForAll("outputs") List<LotOutput> outputs,
            @ForAll("spendings") List<Spending> spendings) {
        Yard yard = new Yard();
        Lot lot = filled(yard, packs);
        outputs.forEach(output -> attempt(yard, RECYCLER, new EndOfLifeCommand.RecordOutput(lot.lotId(), List.of(output), null)));
        Lot emptied = yard.read(lot);
        Lot closed = yard.close(lot, emptied.masses().inputMg() - emptied.masses().outputMg());
        Battery fresh = yard.fresh();
        spendings.forEach(spending -> spend(yard, fresh, spending));

        assertThat(closed.masses().inputMg()).isEqualTo(packs * Yard.PACK_MG);
        assertThat(closed.masses().outputMg()).isLessThanOrEqualTo(closed.masses().inputMg());
        for (Material material : Set.of(Material.COBALT, Material.NICKEL, Material.LITHIUM)) {
            long recovered = closed.masses().of(material).recycledMg();
            long left = credits(yard).stream().filter(credit -> credit.material() == material).mapToLong(Credit::remainingMg).sum();
            long claimed = yard.scene.battery(fresh.id()).recycledContentMg().getOrDefault(material, 0L);
            assertThat(left + claimed).as(material.name()).isEqualTo(recovered);
            assertThat(recovered).isLessThanOrEqualTo(closed.masses().of(material).declaredMg());
        }
    }

    private static Lot filled(Yard yard, int packs) {
        Lot lot = yard.lot();
        for (int i = 0; i < packs; i++) {
            yard.add(lot, yard.collected().id());
        }
        return lot;
    }

    private static void spend(Yard yard, Battery fresh, Spending spending) {
        List<Credit> all = credits(yard);
        if (all.isEmpty()) {
            return;
        }
        String credit = all.get(spending.credit() % all.size()).creditId();
        if (spending.claim()) {
            ContentClaim claim = new ContentClaim(fresh.id(), credit, spending.massMg());
            attempt(yard, MAKER, new EndOfLifeCommand.ClaimRecycledContent(List.of(claim)));
        } else {
            attempt(yard, spending.who(), new EndOfLifeCommand.TransferCredit(credit, "ManufacturerMSP", spending.massMg()));
        }
    }

    private static void attempt(Yard yard, TestIdentity who, Command<?> command) {
        String before = yard.scene.ledger.fingerprint();
        try {
            yard.scene.ledger.submit(who, command);
        } catch (LedgerException refused) {
            assertThat(refused.code()).isIn(ALLOWED);
            assertThat(yard.scene.ledger.fingerprint()).isEqualTo(before);
        }
    }

    private static List<Credit> credits(Yard yard) {
        List<Credit> all = new ArrayList<>();
        for (String owner : List.of("ManufacturerMSP", "RecyclerMSP", "CarrierMSP")) {
            all.addAll(yard.scene.ledger.evaluate(CARRIER, new EndOfLifeQuery.Credits(owner, 100, null)).credits());
        }
        return all;
    }
}
