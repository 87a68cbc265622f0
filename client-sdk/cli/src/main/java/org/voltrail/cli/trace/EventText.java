package org.voltrail.cli.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.BatteryEvent;

/**
 * Tells what happened in an event in words. Types are told by a template whose names in braces are paths into the event's data; a
 * part in square brackets is left out when a name in it has no value. A type without a template is told by its data.
 */
public final class EventText {

    private static final int LONGEST = 60;
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z.]+)}");

    private static final Map<String, String> TEMPLATES = Map.ofEntries(
            Map.entry("battery.registered", "Registered: {registration.specification.model}, {registration.specification.chemistry}"
                    + "[, rated {registration.specification.ratedEnergyWh} Wh][, made on {registration.specification.manufacturedOn}]"),
            Map.entry("battery.corrected", "Record corrected: {reason}"),
            Map.entry("battery.identified", "Also known as {identity.scheme} {identity.value}"),
            Map.entry("battery.put-into-service", "Put into service on {date}[ in vehicle {vehicle}][ at {place}]"),
            Map.entry("battery.assembled", "Parts built in"),
            Map.entry("battery.built-in", "Built into {whole}"),
            Map.entry("battery.disassembled", "Parts taken out"),
            Map.entry("battery.taken-out", "Taken out of {whole}, held by {holder}"),
            Map.entry("battery.succeeded", "Second life began: {status}, in place of {predecessors}"),
            Map.entry("battery.ceased", "Record ceased in favour of {successor}"),
            Map.entry("battery.declared-waste", "Declared waste: {reason}"),
            Map.entry("battery.details-attached", "Private details of {owner} attached, known by their hash"),
            Map.entry("battery.tested", "Tested by {tester}: state of health {stateOfHealth.permille} ‰, grade {grade}[, {method}]"),
            Map.entry("battery.held", "Put on hold: {reason} ({legalBasis})"),
            Map.entry("battery.released", "Released from hold: {reason}"),
            Map.entry("battery.recalled", "Recalled: {risk}[; {measure}]"),
            Map.entry("battery.recall-lifted", "Recall {recallId} lifted"),
            Map.entry("battery.collected", "Collected at {place} on {collectedOn}: from {from} to {to}"),
            Map.entry("battery.dismantled", "Dismantled at {place} on {dismantledOn}"),
            Map.entry("battery.entered-lot", "Entered recycling lot {lotId} with {massMg} mg"),
            Map.entry("battery.recycled", "Recycled in lot {lotId} on {processedOn}, efficiency of the lot {efficiencyPermille} ‰"),
            Map.entry("battery.recycled-content-claimed", "Recycled content claimed"),
            Map.entry("battery.disposed", "Disposed of: {disposal.operation} at {disposal.facility} on {disposal.disposedOn}, "
                    + "certificate {disposal.certificate.number}"),
            Map.entry("battery.batch-registered", "Batch registered"),
            Map.entry("lot.opened", "Recycling lot {lot.lotId} opened at {lot.plan.site}"),
            Map.entry("lot.filled", "Batteries put into lot {lot.lotId}, {lot.masses.inputMg} mg in all"),
            Map.entry("lot.output-recorded", "Material out of lot {lot.lotId} recorded"),
            Map.entry("lot.closed", "Lot {lot.lotId} closed, recycling efficiency {lot.result.efficiencyPermille} ‰"),
            Map.entry("lot.settled", "Recycling recorded for more batteries of lot {lot.lotId}"),
            Map.entry("credit.transferred", "Credit for {transfer.to.issuedMg} mg of {transfer.to.material} handed from "
                    + "{transfer.from.owner} to {transfer.to.owner}"),
            Map.entry("credit.claimed", "Recovered material claimed as recycled content of new batteries"),
            Map.entry("ledger.constituted", "Ledger constituted, authority {constitution.authority}"),
            Map.entry("participant.admitted", "{participant.msp} admitted with the roles {participant.roles}"),
            Map.entry("participant.suspended", "{msp} suspended: {reason}"),
            Map.entry("accreditation.granted", "{accreditation.grant.msp} accredited for {accreditation.grant.scope}"),
            Map.entry("accreditation.withdrawn", "Accreditation of {msp} for {scope} withdrawn: {reason}"),
            Map.entry("recall.opened", "Recall {recall.recallId}[ of model {recall.model}][, batch {recall.batch}]: {recall.risk}"),
            Map.entry("recall.closed", "Recall {recall.recallId} closed: {recall.outcome}"),
            Map.entry("incentive.defined", "Incentive scheme {scheme.schemeId}: {scheme.terms.title}"),
            Map.entry("incentive.claimed", "Incentive {claim.schemeId} granted to {claim.claimant} for {claim.battery}"),
            Map.entry("custody.offered", "Offered by {from} to {to} as {transport.unNumber} {transport.provision} "
                    + "{transport.packing}, document {transport.document}"),
            Map.entry("custody.accepted", "Custody passed from {from} to {to}[ at {place}]"),
            Map.entry("custody.rejected", "Offer rejected[: {reason}]"),
            Map.entry("custody.cancelled", "Offer cancelled[: {reason}]"),
            Map.entry("custody.expired", "Offer expired"),
            Map.entry("custody.disputed", "Handover disputed: {reason}"),
            Map.entry("custody.dispute-resolved", "Dispute resolved, held by {holder}: {note}"),
            Map.entry("custody.condition-recorded", "Found {condition}[ at {place}][: {note}]"));

    private EventText() {}

    /**
     * One line about an event, without time and actor.
     *
     * @param event to tell
     * @return a sentence without full stop
     */
    public static String of(BatteryEvent event) {
        return of(event.type(), event.data());
    }

    /**
     * One line about an event, without time and actor.
     *
     * @param type versioned type
     * @param data what happened
     * @return a sentence without full stop
     */
    public static String of(String type, JsonNode data) {
        String template = TEMPLATES.get(unversioned(type));
        return template == null ? unversioned(type) + plain(data) : fill(template, data);
    }

    /** The template for an unversioned type; null if it has none. */
    static @Nullable String template(String type) {
        return TEMPLATES.get(type);
    }

    private static String unversioned(String type) {
        return type.replaceFirst("\\.v\\d+$", "");
    }

    private static String fill(String template, JsonNode data) {
        String required = OPTIONAL.matcher(template).replaceAll(part ->
                Matcher.quoteReplacement(complete(part.group(1), data) ? part.group(1) : ""));
        return NAME.matcher(required).replaceAll(name -> Matcher.quoteReplacement(value(data, name.group(1))));
    }

    private static boolean complete(String part, JsonNode data) {
        return NAME.matcher(part).results().noneMatch(name -> value(data, name.group(1)).isEmpty());
    }

    private static String value(JsonNode data, String path) {
        JsonNode node = data;
        for (String name : path.split("\\.")) {
            node = node.path(name);
        }
        if (node.isArray()) {
            List<String> texts = new ArrayList<>();
            node.forEach(element -> texts.add(element.asText()));
            return String.join(", ", texts);
        }
        return node.asText();
    }

    /** What the data says on its first level. */
    private static String plain(JsonNode data) {
        StringBuilder text = new StringBuilder();
        data.properties().forEach(member -> {
            if (member.getValue().isValueNode() && member.getValue().asText().length() <= LONGEST) {
                text.append(text.isEmpty() ? ": " : ", ").append(member.getKey()).append(' ').append(member.getValue().asText());
            }
        });
        return text.toString();
    }
}
