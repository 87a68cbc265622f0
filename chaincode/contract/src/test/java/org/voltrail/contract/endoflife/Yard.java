package org.voltrail.contract.endoflife;

import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.testing.Accredited;
import org.voltrail.contract.testing.Scene;
import org.voltrail.contract.testing.TestIdentity;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Chemistry;
import org.voltrail.model.battery.Chemistry.Family;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Material;
import org.voltrail.model.battery.Specification;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.endoflife.Destination;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeQuery;
import org.voltrail.model.endoflife.Lot;
import org.voltrail.model.endoflife.LotOutput;
import org.voltrail.model.endoflife.LotPlan;
import org.voltrail.model.oversight.AccreditationScope;

/** A recycler's yard: accredited, with packs of 100 kg whose materials are declared. */
final class Yard {
    /** Mass of a pack in mg. */
    static final long PACK_MG = 100_000_000;

    /** Cobalt in a pack, in mg. */
    static final long COBALT_MG = 2_000_000;

    final Scene scene = new Scene();

    Yard() {
        Accredited.grant(
                scene, RECYCLER, AccreditationScope.COLLECTION, AccreditationScope.DISMANTLING, AccreditationScope.RECYCLING,
                AccreditationScope.DISPOSAL);
    }

    /** A specification with materials. */
    static Specification specification(Chemistry chemistry) {
        return new Specification(
                Category.EV, Level.PACK, chemistry, "VT-20", "B1", "2024-03-01", "Plant 1", 100_000, 50_000, 400_000, 20_000,
                Map.of(Material.COBALT, COBALT_MG, Material.LITHIUM, 2_000_000L, Material.NICKEL, 12_000_000L, Material.COPPER, 15_000_000L),
                null, null);
    }

    /** A pack that the manufacturer holds. */
    Battery fresh() {
        return fresh(Chemistry.NMC);
    }

    Battery fresh(Chemistry chemistry) {
        BatteryRegistration registration = new BatteryRegistration(scene.id(), List.of(), specification(chemistry));
        return scene.battery(scene.ledger.submit(MAKER, new BatteryCommand.Register(registration)).battery());
    }

    /** Ids of packs that the manufacturer holds. */
    List<String> fresh(int count) {
        List<BatteryRegistration> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(new BatteryRegistration(scene.id(), List.of(), specification(Chemistry.NMC)));
        }
        scene.ledger.submit(MAKER, new BatteryCommand.RegisterBatch(batch));
        return batch.stream().map(BatteryRegistration::id).toList();
    }

    /** A pack in service, without a hand-in code. */
    Battery inService() {
        Battery battery = fresh();
        scene.ledger.submit(MAKER, new BatteryCommand.PutIntoService(battery.id(), "2024-05-01", null, null, null));
        return scene.battery(battery.id());
    }

    /** A pack that the recycler has collected. */
    Battery collected() {
        return collected(Chemistry.NMC);
    }

    Battery collected(Chemistry chemistry) {
        Battery battery = fresh(chemistry);
        scene.ledger.submit(MAKER, new BatteryCommand.PutIntoService(battery.id(), "2024-05-01", null, null, null));
        return collect(battery.id());
    }

    Battery collect(String id) {
        scene.ledger.submit(RECYCLER, new EndOfLifeCommand.Collect(id, "2026-11-20", "Yard 1"));
        return scene.battery(id);
    }

    /** Ids of packs that the recycler holds as waste. */
    List<String> waste(int count) {
        List<String> ids = fresh(count);
        for (String id : ids) {
            Battery waste = scene.battery(id).edit().holder("RecyclerMSP").stage(Stage.WASTE).build();
            scene.ledger.given(Keys.battery(id), waste);
        }
        return ids;
    }

    /** An open lot of the recycler. */
    Lot lot() {
        return scene.ledger.submit(RECYCLER, new EndOfLifeCommand.OpenLot(plan(Family.LITHIUM)));
    }

    static LotPlan plan(Family family) {
        return new LotPlan(family, "mechanical and hydrometallurgical", "Plant 1", "2026-11-01");
    }

    Lot add(Lot lot, String... batteries) {
        return scene.ledger.submit(RECYCLER, new EndOfLifeCommand.AddToLot(lot.lotId(), Arrays.asList(batteries)));
    }

    Lot output(Lot lot, LotOutput... outputs) {
        return scene.ledger.submit(RECYCLER, new EndOfLifeCommand.RecordOutput(lot.lotId(), Arrays.asList(outputs), null));
    }

    static LotOutput recycled(Material material, long massMg) {
        return new LotOutput(material, Destination.RECYCLED, massMg);
    }

    Lot close(Lot lot, long lossMg) {
        return scene.ledger.submit(RECYCLER, new EndOfLifeCommand.CloseLot(lot.lotId(), "2026-11-23", lossMg));
    }

    Lot read(Lot lot) {
        return scene.ledger.evaluate(MAKER, new EndOfLifeQuery.GetLot(lot.lotId()));
    }

    /** A closed lot of one pack, with 1.8 kg of cobalt and 60 kg of other things recycled. */
    Lot closedLot() {
        Lot lot = add(lot(), collected().id());
        output(lot, recycled(Material.COBALT, 1_800_000), recycled(Material.OTHER, 60_000_000));
        return close(lot, PACK_MG - 61_800_000);
    }

    /** Id of the cobalt credit of a lot. */
    static String cobalt(Lot lot) {
        return lot.lotId() + ".cobalt";
    }

    /** Lets the manufacturer have a part of a credit; gives the id of its own credit. */
    String transferred(String creditId, long massMg) {
        return transferred(creditId, MAKER, massMg);
    }

    String transferred(String creditId, TestIdentity to, long massMg) {
        return scene.ledger.submit(RECYCLER, new EndOfLifeCommand.TransferCredit(creditId, to.msp(), massMg)).to().creditId();
    }
}
