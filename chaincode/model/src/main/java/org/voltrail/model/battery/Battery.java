package org.voltrail.model.battery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.BatteryHead;
import org.voltrail.model.Copies;

/**
 * A battery's document on the ledger: its present state, one key. Its history is in its events, whose chain ends in
 * {@code head}. Changed only through {@link #edit()}.
 *
 * @param id passport identifier: GS1 Digital Link or {@code did:web}
 * @param identities additional names
 * @param specification what the manufacturer declared
 * @param parties manufacturer, responsible operator, holder
 * @param status status of Annex XIII 4(c)
 * @param stage where it is in its life
 * @param condition as far as transport is concerned
 * @param place where it is, as last recorded; at most 128 characters
 * @param partOf id of the battery that it is built into
 * @param parts ids of the batteries built into it
 * @param putIntoServiceOn date of putting into service, {@code yyyy-MM-dd}
 * @param health result of the last health test
 * @param holds ids of the authority's holds in force
 * @param recalls ids of open recalls that name this battery itself (recalls of a model are not written here)
 * @param offerId the open offer that it is in
 * @param disputeId the accepted offer whose handover is disputed
 * @param lotId the recycling lot that it is in, or was recycled in
 * @param predecessors ids of the batteries that this one succeeds
 * @param successor id of the battery that succeeds this one
 * @param milestones facts with the time of their last recording, ISO 8601 UTC
 * @param origins who recorded the milestones on which claims and deadlines rest, and when they happened
 * @param removedMg mass that was taken out of it in mg, by material: parts and dismantled fractions; what is not known by material
 *     counts as {@link Material#OTHER}
 * @param recycledContentMg mass of recycled material in mg that was claimed for this battery from recovered-material credits
 * @param handInCodeHash hash of the code that the consumer shows when handing the battery in
 * @param detailHashes salted hash of the private details, by the MSP id of the organisation that attached them
 * @param seq number of the last event
 * @param head hash of the last event
 */
public record Battery(
        String id,
        List<Identity> identities,
        Specification specification,
        Parties parties,
        Status status,
        Stage stage,
        Condition condition,
        @Nullable String place,
        @Nullable String partOf,
        List<String> parts,
        @Nullable String putIntoServiceOn,
        @Nullable HealthSummary health,
        List<String> holds,
        List<String> recalls,
        @Nullable String offerId,
        @Nullable String disputeId,
        @Nullable String lotId,
        List<String> predecessors,
        @Nullable String successor,
        Map<Milestone, String> milestones,
        Map<Milestone, Origin> origins,
        Map<Material, Long> removedMg,
        Map<Material, Long> recycledContentMg,
        @Nullable String handInCodeHash,
        Map<String, String> detailHashes,
        long seq,
        String head) {
    /** Copies lists and maps. */
    public Battery {
        identities = Copies.list(identities);
        parts = Copies.list(parts);
        holds = Copies.list(holds);
        recalls = Copies.list(recalls);
        predecessors = Copies.list(predecessors);
        milestones = Copies.sortedMap(milestones);
        origins = Copies.sortedMap(origins);
        removedMg = Copies.sortedMap(removedMg);
        recycledContentMg = Copies.sortedMap(recycledContentMg);
        detailHashes = Copies.sortedMap(detailHashes);
    }

    /**
     * A battery that is about to come onto the ledger: registered, sound, without events.
     *
     * @param registration with names in their normal form
     * @param maker MSP id of the organisation that registers it, and becomes its manufacturer and holder
     * @param status original, or a second life's
     * @param time of the transaction
     */
    public static Battery fresh(BatteryRegistration registration, String maker, Status status, String time) {
        String operator = registration.operator() == null ? maker : registration.operator();
        return new Battery(
                registration.id(), registration.identities(), registration.specification(), new Parties(maker, operator, maker),
                status, Stage.REGISTERED, Condition.SOUND, registration.place(), null, List.of(), null, null, List.of(), List.of(),
                null, null, null, List.of(), null, Map.of(Milestone.REGISTERED, time), Map.of(), Map.of(), Map.of(), null, Map.of(),
                0, BatteryHead.GENESIS);
    }

    /** MSP id of the organisation that has custody. */
    @JsonIgnore
    public String holder() {
        return parties.holder();
    }

    /** Whether the authority has a hold on it. */
    @JsonIgnore
    public boolean onHold() {
        return !holds.isEmpty();
    }

    /** Mass that is left of it in mg: as declared, less what was taken out; never below 0. */
    @JsonIgnore
    public long massMg() {
        long removed = removedMg.values().stream().mapToLong(Long::longValue).sum();
        return Math.max(0, specification.weightGrams() * 1_000 - removed);
    }

    /** {@link #massMg()} by material, as far as it is known what was taken out; in all never more than that. */
    public Map<Material, Long> massesLeftMg() {
        Map<Material, Long> left = new EnumMap<>(Material.class);
        long budget = massMg();
        for (Map.Entry<Material, Long> entry : specification.massesMg().entrySet()) {
            long mass = Math.min(budget, Math.max(0, entry.getValue() - removedMg.getOrDefault(entry.getKey(), 0L)));
            left.put(entry.getKey(), mass);
            budget -= mass;
        }
        left.values().removeIf(mass -> mass == 0);
        return left;
    }

    /** Whether the fact has been recorded. */
    public boolean reached(Milestone milestone) {
        return milestones.containsKey(milestone);
    }

    /** An editor that starts with this state. */
    public BatteryEditor edit() {
        return new BatteryEditor(this);
    }
}
