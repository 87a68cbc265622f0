package org.voltrail.contract.battery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.voltrail.contract.testing.Scene;
import org.voltrail.contract.testing.TestIdentity;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.BatteryHead;
import org.voltrail.model.LedgerException;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.Condition;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.custody.CustodyCommand;

/** Random commands by random organisations on one battery, against a model of a dozen lines. */
class BatteryLifePropertyTest {
    private static final List<TestIdentity> CLIENTS = List.of(Scene.MAKER, Scene.CARRIER, Scene.RECYCLER);

    enum Kind {
        OFFER,
        ACCEPT,
        REJECT,
        CANCEL,
        DAMAGE,
        REPAIR,
        SERVE,
        WASTE,
        CORRECT
    }

    record Step(Kind kind, TestIdentity client, TestIdentity other) {}

    /** What a battery is, as simply as it can be said. */
    private static final class Model {
        TestIdentity holder = Scene.MAKER;
        @Nullable TestIdentity offeredTo;
        Stage stage = Stage.REGISTERED;
        boolean damaged;
        boolean moved;
        long events = 1;

        boolean take(Step step) {
            boolean possible = possible(step);
            if (possible) {
                carryOut(step);
                events++;
            }
            return possible;
        }

        private boolean possible(Step step) {
            boolean holds = step.client == holder;
            boolean operates = step.client == Scene.MAKER;
            boolean free = offeredTo == null;
            return switch (step.kind) {
                case OFFER -> holds && free && step.other != holder && !damaged;
                case ACCEPT -> step.client == offeredTo && !damaged;
                case REJECT -> step.client == offeredTo;
                case CANCEL -> holds && !free;
                case DAMAGE, REPAIR -> holds;
                case SERVE -> (holds || operates) && free && stage == Stage.REGISTERED;
                case WASTE -> (holds || operates) && free && stage.alive();
                case CORRECT -> operates && free && stage == Stage.REGISTERED && !moved;
            };
        }

        private void carryOut(Step step) {
            switch (step.kind) {
                case OFFER -> offeredTo = step.other;
                case ACCEPT -> {
                    holder = step.client;
                    moved = true;
                    offeredTo = null;
                }
                case REJECT, CANCEL -> offeredTo = null;
                case DAMAGE -> damaged = true;
                case REPAIR -> damaged = false;
                case SERVE -> stage = Stage.IN_SERVICE;
                case WASTE -> stage = Stage.WASTE;
                case CORRECT -> {}
            }
        }
    }

    @Property(tries = 150)
    void theLedgerDoesWhatTheModelDoesAndRefusesTheRest(@ForAll("steps") List<Step> steps) {
        Scene scene = new Scene();
        scene.ledger.endorsedBy("ManufacturerMSP", "RegulatorMSP");
        String id = scene.pack().id();
        Model model = new Model();
        String offer = "offer-none";
        for (Step step : steps) {
            String before = scene.ledger.fingerprint();
            boolean done = carryOut(scene, id, offer, step);
            assertThat(done).as("%s with %s", step, scene.battery(id)).isEqualTo(model.take(step));
            assertThat(scene.ledger.fingerprint().equals(before)).isEqualTo(!done);
            offer = scene.battery(id).offerId() == null ? offer : scene.battery(id).offerId();
        }
        agree(scene.battery(id), model);
        demandChain(scene, id);
    }

    private static boolean carryOut(Scene scene, String id, String offer, Step step) {
        try {
            submit(scene, id, offer, step);
            return true;
        } catch (LedgerException refusal) {
            return false;
        }
    }

    private static void submit(Scene scene, String id, String offer, Step step) {
        switch (step.kind) {
            case OFFER -> scene.offer(step.client, step.other, id);
            case ACCEPT -> scene.ledger.submit(step.client, new CustodyCommand.Accept(offer, null));
            case REJECT -> scene.ledger.submit(step.client, new CustodyCommand.Reject(offer, "no"));
            case CANCEL -> scene.ledger.submit(step.client, new CustodyCommand.Cancel(offer, "no"));
            case DAMAGE -> scene.ledger.submit(step.client, condition(id, Condition.DAMAGED));
            case REPAIR -> scene.ledger.submit(step.client, condition(id, Condition.SOUND));
            case SERVE -> scene.ledger.submit(step.client, new BatteryCommand.PutIntoService(id, "2026-11-01", null, null, null));
            case WASTE -> scene.ledger.submit(step.client, new BatteryCommand.DeclareWaste(id, "old"));
            case CORRECT -> scene.ledger.submit(step.client, new BatteryCommand.Correct(id, Scene.specification(Level.PACK), "typo"));
        }
    }

    private static CustodyCommand.RecordCondition condition(String id, Condition condition) {
        return new CustodyCommand.RecordCondition(id, condition, null, null, "0".repeat(64));
    }

    private static void agree(Battery battery, Model model) {
        assertThat(battery.holder()).isEqualTo(model.holder.msp());
        assertThat(battery.stage()).isEqualTo(model.stage);
        assertThat(battery.condition().damaged()).isEqualTo(model.damaged);
        assertThat(battery.offerId() != null).isEqualTo(model.offeredTo != null);
        assertThat(battery.seq()).isEqualTo(model.events);
    }

    private static void demandChain(Scene scene, String id) {
        String head = BatteryHead.GENESIS;
        long seq = 0;
        for (BatteryEvent event : scene.ledger.evaluate(Scene.MAKER, new BatteryQuery.History(id, 1_000, false, null)).events()) {
            assertThat(event.prev()).isEqualTo(head);
            assertThat(event.seq()).isEqualTo(++seq);
            head = event.hash();
        }
        assertThat(scene.battery(id).head()).isEqualTo(head);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<TestIdentity> clients = Arbitraries.of(CLIENTS);
        return Combinators.combine(Arbitraries.of(Kind.class), clients, clients).as(Step::new).list().ofMinSize(1).ofMaxSize(30);
    }
}
