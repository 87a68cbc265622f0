package org.voltrail.cli.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Chemistry;
import org.voltrail.model.battery.Condition;
import org.voltrail.model.battery.HandInCode;
import org.voltrail.model.battery.Material;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.PackingInstruction;
import org.voltrail.model.custody.SpecialProvision;
import org.voltrail.model.endoflife.ContentClaim;
import org.voltrail.model.endoflife.Credit;
import org.voltrail.model.endoflife.CreditPage;
import org.voltrail.model.endoflife.Destination;
import org.voltrail.model.endoflife.Disposal;
import org.voltrail.model.endoflife.DisposalCertificate;
import org.voltrail.model.endoflife.DisposalOperation;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeQuery;
import org.voltrail.model.endoflife.Lot;
import org.voltrail.model.endoflife.LotOutput;
import org.voltrail.model.endoflife.LotPlan;
import org.voltrail.model.endoflife.MaterialAccount;
import org.voltrail.model.json.CanonicalJson;
import org.voltrail.model.oversight.IncentiveTerms;
import org.voltrail.model.oversight.OversightCommand;

/** Damage, collection, recycling, disposal, and what becomes of the materials. */
final class EndOfLife {

    private static final int PAGE = 100;
    private static final Map<Material, Long> HOUSING = Map.of(Material.STEEL, 5_000_000L, Material.PLASTIC, 1_000_000L);

    /** Per mille of each material that the process brings back; the rest is burnt for its energy, landfilled or lost. */
    private static final Map<Material, Integer> RECYCLED_PERMILLE = new EnumMap<>(Map.of(
            Material.ALUMINIUM, 920,
            Material.COBALT, 955,
            Material.COPPER, 960,
            Material.LITHIUM, 820,
            Material.MANGANESE, 900,
            Material.NATURAL_GRAPHITE, 420,
            Material.NICKEL, 955,
            Material.PLASTIC, 600,
            Material.STEEL, 980));
    private static final Map<Material, Integer> BURNT_PERMILLE =
            new EnumMap<>(Map.of(Material.ELECTROLYTE, 800, Material.PLASTIC, 300, Material.NATURAL_GRAPHITE, 300));

    private final Stagehand stagehand;
    private final Cast cast;
    private final Run run;
    private final Pack pack;
    private final Refusals refusals;
    private @Nullable Lot lot;

    EndOfLife(Stagehand stagehand, Run run, Pack pack, Refusals refusals) {
        this.stagehand = stagehand;
        this.cast = stagehand.cast();
        this.run = run;
        this.pack = pack;
        this.refusals = refusals;
    }

    /** Accidents: the carrier records what it finds, and may only send the packs as their condition demands. */
    String damage(List<Life> damaged, List<Life> burnt) {
        record(damaged, Condition.DAMAGED, "Housing deformed in a rear-end collision.");
        record(burnt, Condition.CRITICAL, "Vented and burnt in part, may react again.");
        refusals.demand("The carrier declares a damaged battery as sound", ErrorCode.PACKING_MISMATCH, cast.carrier(),
                FirstLives.offer(cast.msp(cast.recycler()), damaged.subList(0, 1), FirstLives.SOUND));
        send(damaged, PackingInstruction.P908);
        send(burnt, PackingInstruction.P911);
        return damaged.size() + " damaged and " + burnt.size() + " critical packs sent to the recycler as SP376 P908 and P911";
    }

    private void record(List<Life> lives, Condition condition, String note) {
        stagehand.each(lives, life -> stagehand.does(cast.carrier(),
                new CustodyCommand.RecordCondition(life.id(), condition, "Example Depot", note, null)));
    }

    private void send(List<Life> lives, PackingInstruction packing) {
        if (!lives.isEmpty()) {
            FirstLives handover = new FirstLives(stagehand);
            stagehand.each(List.of(lives), consignment -> stagehand
                    .does(cast.carrier(), FirstLives.offer(cast.msp(cast.recycler()), consignment,
                            FirstLives.transport(SpecialProvision.SP376, packing)))
                    .thenCompose(offer -> handover.accept(cast.recycler(), offer)));
        }
    }

    /** The recycler takes packs back from their users, who show the code they were given. */
    String collect(List<Life> lives) {
        stagehand.each(lives, life -> collect(life, life.handInCode()));
        lives.forEach(life -> life.expect(Stage.COLLECTED));
        return lives.size() + " packs collected against their hand-in codes";
    }

    private CompletionStage<?> collect(Life life, String code) {
        return cast.recycler()
                .submit(new EndOfLifeCommand.Collect(life.id(), today(), "Example Collection Point"),
                        CommandOptions.NONE.withTransient(HandInCode.TRANSIENT_KEY, code))
                .thenApply(cast::note);
    }

    /** Dismantling, a lot, its outputs, the balance. */
    String recycle(List<Life> lives) {
        VoltrailClient recycler = cast.recycler();
        stagehand.each(lives, life -> stagehand.does(recycler,
                new EndOfLifeCommand.Dismantle(life.id(), today(), "Example Plant", HOUSING)));
        Lot open = stagehand.submit(recycler, new EndOfLifeCommand.OpenLot(new LotPlan(Chemistry.Family.LITHIUM,
                "mechanical and hydrometallurgical", "Example Plant", today())));
        for (List<Life> part : FirstLives.parts(lives, EndOfLifeCommand.BATTERIES_MAX)) {
            open = stagehand.submit(recycler, new EndOfLifeCommand.AddToLot(open.lotId(), part.stream().map(Life::id).toList()));
        }
        breakTheBalance(open);
        Lot closed = close(stagehand.submit(recycler, new EndOfLifeCommand.RecordOutput(open.lotId(), outputs(open), "WT-" + run.id())));
        lot = closed;
        cast.catchUp();
        lives.forEach(life -> life.expect(Stage.RECYCLED));
        return closed.batteries() + " packs recycled in lot " + closed.lotId() + ": " + closed.masses().inputMg() / 1_000_000
                + " kg in, efficiency " + efficiency(closed);
    }

    private static String efficiency(Lot closed) {
        return closed.result() == null ? "unknown" : closed.result().efficiencyPermille() / 10.0 + " %"
                + (closed.result().targetPermille() == null ? "" : ", the law asks for " + closed.result().targetPermille() / 10.0 + " %");
    }

    private void breakTheBalance(Lot open) {
        long impossible = open.masses().of(Material.COBALT).declaredMg() + 1;
        refusals.demand("The recycler claims more cobalt than the batteries contain", ErrorCode.MASS_BALANCE, cast.recycler(),
                new EndOfLifeCommand.RecordOutput(open.lotId(),
                        List.of(new LotOutput(Material.COBALT, Destination.RECYCLED, impossible)), null));
        refusals.demand("The recycler closes a lot of which most of the mass is missing", ErrorCode.MASS_BALANCE, cast.recycler(),
                new EndOfLifeCommand.CloseLot(open.lotId(), today(), 0));
    }

    private List<LotOutput> outputs(Lot open) {
        List<LotOutput> outputs = new ArrayList<>();
        open.masses().materials().forEach((material, account) -> {
            add(outputs, material, Destination.RECYCLED, share(account, RECYCLED_PERMILLE.get(material)));
            add(outputs, material, Destination.ENERGY_RECOVERY, share(account, BURNT_PERMILLE.get(material)));
        });
        return outputs;
    }

    private static void add(List<LotOutput> outputs, Material material, Destination destination, long milligrams) {
        if (milligrams > 0) {
            outputs.add(new LotOutput(material, destination, milligrams));
        }
    }

    private static long share(MaterialAccount account, @Nullable Integer permille) {
        return permille == null ? 0 : account.declaredMg() * permille / 1_000;
    }

    private Lot close(Lot full) {
        long loss = full.masses().inputMg() - full.masses().outputMg();
        Lot closed = stagehand.submit(cast.recycler(), new EndOfLifeCommand.CloseLot(full.lotId(), today(), loss));
        while (closed.state() == Lot.State.CLOSED) {
            closed = stagehand.submit(cast.recycler(), new EndOfLifeCommand.SettleLot(closed.lotId()));
        }
        return closed;
    }

    /** Recovered cobalt, lithium and nickel go to the manufacturer, who puts them into new packs. */
    String renew(int count) {
        List<Credit> credits = credits().stream()
                .map(credit -> stagehand.submit(cast.recycler(),
                        new EndOfLifeCommand.TransferCredit(credit.creditId(), cast.msp(cast.manufacturer()), null)).to())
                .toList();
        cast.catchUp();
        List<BatteryRegistration> fresh = fresh(count);
        stagehand.submit(cast.manufacturer(), new BatteryCommand.RegisterBatch(fresh));
        List<ContentClaim> claims = claims(fresh, credits);
        stagehand.submit(cast.manufacturer(), new EndOfLifeCommand.ClaimRecycledContent(claims));
        credits.stream().filter(credit -> credit.material() == Material.COBALT).findFirst().ifPresent(credit ->
                refusals.demand("The manufacturer spends the same recycled cobalt twice", ErrorCode.CREDIT_SPENT, cast.manufacturer(),
                        new EndOfLifeCommand.ClaimRecycledContent(
                                List.of(new ContentClaim(fresh.get(0).id(), credit.creditId(), credit.issuedMg())))));
        cast.catchUp();
        return count + " new packs with recycled content from " + credits.size() + " credits: 16 % of their cobalt, 6 % of lithium and nickel";
    }

    private List<BatteryRegistration> fresh(int count) {
        List<BatteryRegistration> fresh = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            fresh.add(new BatteryRegistration(run.battery("N", number), List.of(),
                    pack.specification(Category.EV, run.batch("N"), LocalDate.now(ZoneOffset.UTC))));
        }
        return fresh;
    }

    private static List<ContentClaim> claims(List<BatteryRegistration> fresh, List<Credit> credits) {
        List<ContentClaim> claims = new ArrayList<>();
        for (Credit credit : credits) {
            long each = Pack.milligrams(credit.material()) * (credit.material() == Material.COBALT ? 16 : 6) / 100;
            fresh.stream().limit(credit.issuedMg() / each)
                    .forEach(battery -> claims.add(new ContentClaim(battery.id(), credit.creditId(), each)));
        }
        return claims;
    }

    /** The credits of this run's lot for the materials that Art. 8 asks for. */
    private List<Credit> credits() {
        Lot closed = Objects.requireNonNull(lot);
        List<Credit> credits = new ArrayList<>();
        String bookmark = null;
        do {
            CreditPage page = cast.recycler().evaluate(new EndOfLifeQuery.Credits(cast.msp(cast.recycler()), PAGE, bookmark));
            page.credits().stream()
                    .filter(credit -> credit.lotId().equals(closed.lotId()))
                    .filter(credit -> Set.of(Material.COBALT, Material.LITHIUM, Material.NICKEL).contains(credit.material()))
                    .forEach(credits::add);
            bookmark = page.bookmark();
        } while (bookmark != null);
        return credits;
    }

    /** What cannot be recycled is disposed of, with a certificate. */
    String dispose(List<Life> lives) {
        Disposal disposal = new Disposal(DisposalOperation.D10, "Example Incinerator", today(),
                "Burnt: the cells cannot be separated safely.",
                new DisposalCertificate("DC-" + run.id(), "Example Incinerator", today(), CanonicalJson.sha256(run.id())));
        stagehand.submit(cast.recycler(), new EndOfLifeCommand.Dispose(lives.stream().map(Life::id).toList(), disposal));
        cast.catchUp();
        lives.forEach(life -> life.expect(Stage.DISPOSED));
        refusals.demand("The recycler offers a battery that was disposed of", ErrorCode.BATTERY_ENDED, cast.recycler(),
                FirstLives.offer(cast.msp(cast.carrier()), lives.subList(0, 1), FirstLives.SOUND));
        return lives.size() + " packs disposed of with a certificate";
    }

    /** A premium for each collected battery: paid once, and only for what is on the ledger. */
    String reward(List<Life> lives) {
        String scheme = "premium-" + run.id();
        stagehand.submit(cast.regulator(), new OversightCommand.DefineIncentive(scheme, new IncentiveTerms("Collection premium",
                "Recovery fund", Set.of(Milestone.PUT_INTO_SERVICE), Milestone.COLLECTED, "EUR", 5_000, 0, "2020-01-01",
                LocalDate.now(ZoneOffset.UTC).plus(1, ChronoUnit.YEARS).toString(), Set.of())));
        cast.catchUp();
        stagehand.each(lives, life -> stagehand.does(cast.recycler(), new OversightCommand.ClaimIncentive(scheme, life.id())));
        refusals.demand("The recycler claims a premium twice", ErrorCode.ALREADY_CLAIMED, cast.recycler(),
                new OversightCommand.ClaimIncentive(scheme, lives.get(0).id()));
        return lives.size() + " collection premiums granted";
    }

    private static String today() {
        return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).toString();
    }
}
