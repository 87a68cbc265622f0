package org.voltrail.model.battery;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a battery's next state from its present one. Not thread-safe; use once. */
public final class BatteryEditor {
    private final Battery before;
    private List<Identity> identities;
    private Specification specification;
    private Parties parties;
    private Status status;
    private Stage stage;
    private Condition condition;
    private @Nullable String place;
    private @Nullable String partOf;
    private List<String> parts;
    private @Nullable String putIntoServiceOn;
    private @Nullable HealthSummary health;
    private List<String> holds;
    private List<String> recalls;
    private @Nullable String offerId;
    private @Nullable String disputeId;
    private @Nullable String lotId;
    private List<String> predecessors;
    private @Nullable String successor;
    private Map<Milestone, String> milestones;
    private Map<Milestone, Origin> origins;
    private Map<Material, Long> removedMg;
    private Map<Material, Long> recycledContentMg;
    private @Nullable String handInCodeHash;
    private Map<String, String> detailHashes;
    private long seq;
    private String head;

    BatteryEditor(Battery before) {
        this.before = before;
        identities = before.identities();
        specification = before.specification();
        parties = before.parties();
        status = before.status();
        stage = before.stage();
        condition = before.condition();
        place = before.place();
        partOf = before.partOf();
        parts = before.parts();
        putIntoServiceOn = before.putIntoServiceOn();
        health = before.health();
        holds = before.holds();
        recalls = before.recalls();
        offerId = before.offerId();
        disputeId = before.disputeId();
        lotId = before.lotId();
        predecessors = before.predecessors();
        successor = before.successor();
        milestones = before.milestones();
        origins = before.origins();
        removedMg = before.removedMg();
        recycledContentMg = before.recycledContentMg();
        handInCodeHash = before.handInCodeHash();
        detailHashes = before.detailHashes();
        seq = before.seq();
        head = before.head();
    }

    /** Adds a name. */
    public BatteryEditor addIdentity(Identity identity) {
        identities = plus(identities, identity);
        return this;
    }

    /** Replaces what the manufacturer declared. */
    public BatteryEditor specification(Specification value) {
        specification = value;
        return this;
    }

    /** Moves custody. */
    public BatteryEditor holder(String msp) {
        parties = parties.heldBy(msp);
        return this;
    }

    /** Sets the status. */
    public BatteryEditor status(Status value) {
        status = value;
        return this;
    }

    /** Sets the stage. */
    public BatteryEditor stage(Stage value) {
        stage = value;
        return this;
    }

    /** Sets the condition. */
    public BatteryEditor condition(Condition value) {
        condition = value;
        return this;
    }

    /** Sets the place; null leaves it unknown. */
    public BatteryEditor place(@Nullable String value) {
        place = value;
        return this;
    }

    /** Sets the whole that it is built into; null for none. */
    public BatteryEditor partOf(@Nullable String whole) {
        partOf = whole;
        return this;
    }

    /** Adds parts. */
    public BatteryEditor addParts(List<String> ids) {
        List<String> longer = new ArrayList<>(parts);
        longer.addAll(ids);
        parts = longer;
        return this;
    }

    /** Takes parts away. */
    public BatteryEditor removeParts(List<String> ids) {
        List<String> shorter = new ArrayList<>(parts);
        shorter.removeAll(ids);
        parts = shorter;
        return this;
    }

    /** Sets the date of putting into service. */
    public BatteryEditor putIntoServiceOn(String date) {
        putIntoServiceOn = date;
        return this;
    }

    /** Sets the result of the last health test. */
    public BatteryEditor health(HealthSummary value) {
        health = value;
        return this;
    }

    /** Adds a hold of the authority. */
    public BatteryEditor addHold(String holdId) {
        holds = plus(holds, holdId);
        return this;
    }

    /** Lifts a hold. */
    public BatteryEditor removeHold(String holdId) {
        holds = minus(holds, holdId);
        return this;
    }

    /** Adds a recall that names this battery. */
    public BatteryEditor addRecall(String recallId) {
        recalls = plus(recalls, recallId);
        return this;
    }

    /** Removes a recall. */
    public BatteryEditor removeRecall(String recallId) {
        recalls = minus(recalls, recallId);
        return this;
    }

    /** Sets the open offer; null when it is over. */
    public BatteryEditor offerId(@Nullable String value) {
        offerId = value;
        return this;
    }

    /** Sets the disputed handover; null when it is resolved. */
    public BatteryEditor disputeId(@Nullable String value) {
        disputeId = value;
        return this;
    }

    /** Sets the recycling lot. */
    public BatteryEditor lotId(@Nullable String value) {
        lotId = value;
        return this;
    }

    /** Sets the batteries that it succeeds. */
    public BatteryEditor predecessors(List<String> ids) {
        predecessors = ids;
        return this;
    }

    /** Sets the battery that succeeds it. */
    public BatteryEditor successor(String id) {
        successor = id;
        return this;
    }

    /** Records a fact at a time. */
    public BatteryEditor milestone(Milestone milestone, String time) {
        Map<Milestone, String> more = new EnumMap<>(Milestone.class);
        more.putAll(milestones);
        more.put(milestone, time);
        milestones = more;
        return this;
    }

    /** Records a fact at a time, with the organisation that states it and the date on which it says that it happened. */
    public BatteryEditor milestone(Milestone milestone, String time, Origin origin) {
        Map<Milestone, Origin> more = new EnumMap<>(Milestone.class);
        more.putAll(origins);
        more.put(milestone, origin);
        origins = more;
        return milestone(milestone, time);
    }

    /** Takes mass out, in mg by material. */
    public BatteryEditor takeOut(Map<Material, Long> masses) {
        Map<Material, Long> more = new EnumMap<>(Material.class);
        more.putAll(removedMg);
        masses.forEach((material, mass) -> more.merge(material, mass, Long::sum));
        removedMg = more;
        return this;
    }

    /** Puts mass back that was taken out before, in mg by material; never more than was taken out. */
    public BatteryEditor putBack(Map<Material, Long> masses) {
        Map<Material, Long> less = new EnumMap<>(Material.class);
        removedMg.forEach((material, mass) -> less.put(material, Math.max(0, mass - masses.getOrDefault(material, 0L))));
        less.values().removeIf(mass -> mass == 0);
        removedMg = less;
        return this;
    }

    /** Adds recycled material claimed from a credit. */
    public BatteryEditor addRecycledContent(Material material, long milligrams) {
        Map<Material, Long> more = new EnumMap<>(Material.class);
        more.putAll(recycledContentMg);
        more.merge(material, milligrams, Long::sum);
        recycledContentMg = more;
        return this;
    }

    /** Sets the hash of the hand-in code; null when it has been used. */
    public BatteryEditor handInCodeHash(@Nullable String hash) {
        handInCodeHash = hash;
        return this;
    }

    /** Sets the hash of an organisation's private details. */
    public BatteryEditor detailHash(String msp, String hash) {
        Map<String, String> more = new TreeMap<>(detailHashes);
        more.put(msp, hash);
        detailHashes = more;
        return this;
    }

    /** Moves on to the next event of the chain. */
    public BatteryEditor head(long newSeq, String newHead) {
        seq = newSeq;
        head = newHead;
        return this;
    }

    /** The next state. */
    public Battery build() {
        return new Battery(
                before.id(), identities, specification, parties, status, stage, condition, place, partOf, parts, putIntoServiceOn,
                health, holds, recalls, offerId, disputeId, lotId, predecessors, successor, milestones, origins,
                removedMg, recycledContentMg, handInCodeHash, detailHashes, seq, head);
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }

    private static <T> List<T> minus(List<T> list, T element) {
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(element);
        return shorter;
    }
}
