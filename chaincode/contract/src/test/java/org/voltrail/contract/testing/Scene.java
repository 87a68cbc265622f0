package org.voltrail.contract.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.voltrail.contract.Contracts;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerContract;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;
import org.voltrail.model.Participant;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Chemistry;
import org.voltrail.model.battery.Grade;
import org.voltrail.model.battery.HealthSummary;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Specification;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.PackingInstruction;
import org.voltrail.model.custody.SpecialProvision;
import org.voltrail.model.custody.Transport;
import org.voltrail.model.custody.UnNumber;

/** A ledger with all contracts, four organisations and batteries that a test can order. */
public final class Scene {
    public static final TestIdentity MAKER = TestIdentity.of("ManufacturerMSP", "maker", Role.MANUFACTURER);
    public static final TestIdentity CARRIER = TestIdentity.of("CarrierMSP", "carrier", Role.CARRIER);
    public static final TestIdentity RECYCLER =
            TestIdentity.of("RecyclerMSP", "recycler", Role.RECYCLER, Role.COLLECTOR, Role.SECOND_LIFE, Role.TESTER);
    public static final TestIdentity REGULATOR = TestIdentity.of("RegulatorMSP", "regulator", Role.REGULATOR);
    public static final TestIdentity STRANGER = TestIdentity.of("StrangerMSP", "stranger", Role.MANUFACTURER, Role.REGULATOR);
    public static final Transport SOUND = new Transport(UnNumber.UN3480, SpecialProvision.SP230, PackingInstruction.P903, "CMR-1", "Z-VT 1");
    public static final Transport DAMAGED = new Transport(UnNumber.UN3480, SpecialProvision.SP376, PackingInstruction.P908, "CMR-2", null);

    public final TestLedger ledger;
    private int serial;

    /** The scene with all contracts. */
    public Scene() {
        this(Contracts.all().toArray(LedgerContract[]::new));
    }

    /** The scene with some contracts. */
    public Scene(LedgerContract... contracts) {
        ledger = new TestLedger(contracts);
        admit("ManufacturerMSP", Role.MANUFACTURER);
        admit("CarrierMSP", Role.CARRIER);
        admit("RecyclerMSP", Role.RECYCLER, Role.COLLECTOR, Role.SECOND_LIFE, Role.TESTER);
        admit("RegulatorMSP", Role.REGULATOR);
    }

    /** Writes an organisation into the register. */
    public void admit(String msp, Role... roles) {
        ledger.given(
                Keys.participant(msp),
                new Participant(msp, msp, Set.of(roles), "RegulatorMSP", "EU", null, null, null, "2026-01-01T00:00:00Z", false));
    }

    /** An id that no other battery of this scene has. */
    public String id() {
        return "https://id.example.org/01/09506000134352/21/B-" + ++serial;
    }

    /** A specification of a level. */
    public static Specification specification(Level level) {
        return switch (level) {
            case PACK -> specification(level, 420_000, 210_000, 355_000, 74_550);
            case MODULE -> specification(level, 30_000, 105_000, 44_000, 4_620);
            case CELL -> specification(level, 1_000, 52_500, 3_700, 194);
        };
    }

    private static Specification specification(Level level, long grams, long mah, long mv, long wh) {
        return new Specification(
                Category.EV, level, Chemistry.NMC, "VT-75", "L-0426", "2026-04-02", "Zwickau", grams, mah, mv, wh, Map.of(), null, null);
    }

    /** A registration of a level with an id of its own. */
    public BatteryRegistration registration(Level level) {
        return new BatteryRegistration(id(), List.of(), specification(level));
    }

    /** A pack that the manufacturer has just registered. */
    public Battery pack() {
        return registered(Level.PACK);
    }

    /** A battery that the manufacturer has just registered. */
    public Battery registered(Level level) {
        return battery(ledger.submit(MAKER, new BatteryCommand.Register(registration(level))).battery());
    }

    /** Ids of packs that the manufacturer has registered in one batch. */
    public List<String> packs(int count) {
        List<BatteryRegistration> batch = IntStream.range(0, count).mapToObj(i -> registration(Level.PACK)).toList();
        ledger.submit(MAKER, new BatteryCommand.RegisterBatch(batch));
        return batch.stream().map(BatteryRegistration::id).toList();
    }

    /** A battery as the ledger has it now. */
    public Battery battery(String id) {
        return ledger.evaluate(MAKER, new BatteryQuery.Get(id));
    }

    /** Offers batteries in sound packing, for a week. */
    public String offer(TestIdentity from, TestIdentity to, String... ids) {
        return ledger.submit(from, offering(to, SOUND, ids)).offerId();
    }

    /** The command that {@link #offer} submits. */
    public CustodyCommand.Offer offering(TestIdentity to, Transport transport, String... ids) {
        String end = ledger.now().plus(java.time.Duration.ofDays(7)).toString();
        return new CustodyCommand.Offer(to.msp(), List.of(ids), transport, null, end);
    }

    /** Hands batteries over in sound packing, with both signatures. */
    public void handOver(TestIdentity from, TestIdentity to, String... ids) {
        ledger.submit(to, new CustodyCommand.Accept(offer(from, to, ids), null));
    }

    /** Writes a health summary onto a battery, past the contracts. */
    public void tested(String id, Grade grade, String testedAt) {
        Battery battery = battery(id);
        ledger.given(Keys.battery(id), battery.edit().health(new HealthSummary(800, grade, testedAt, "t-1")).build());
    }

    /** The call is refused with the code, and nothing on the ledger has changed. */
    public LedgerError refused(ErrorCode code, ThrowingCallable call) {
        String before = ledger.fingerprint();
        LedgerException refusal = catchThrowableOfType(LedgerException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        assertThat(ledger.fingerprint().equals(before)).as("the ledger is unchanged").isTrue();
        return refusal.error();
    }
}
