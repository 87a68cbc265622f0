package org.voltrail.contract.endoflife;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryEditor;
import org.voltrail.model.battery.Material;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.endoflife.ClaimSummary;
import org.voltrail.model.endoflife.ContentClaim;
import org.voltrail.model.endoflife.Credit;
import org.voltrail.model.endoflife.CreditUse;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeFact;
import org.voltrail.model.endoflife.EndOfLifeFact.RecycledContentClaimed;
import org.voltrail.model.endoflife.EndOfLifeFact.RecycledContentClaimed.Content;
import org.voltrail.model.json.WireNames;

/** Claims recycled content of new batteries. Gathers all claims of one command first; what it writes follows from the sums. */
final class ContentClaims {
    private final LedgerTransaction transaction;
    private final Map<String, Credit> credits = new TreeMap<>();
    private final Map<String, Battery> batteries = new LinkedHashMap<>();
    private final Map<String, Map<String, Content>> contents = new LinkedHashMap<>();

    private ContentClaims(LedgerTransaction transaction) {
        this.transaction = transaction;
    }

    static ClaimSummary claim(LedgerTransaction transaction, EndOfLifeCommand.ClaimRecycledContent command) {
        transaction.requireRole(Role.MANUFACTURER);
        ContentClaims claims = new ContentClaims(transaction);
        transaction.prefetch(command.claims().stream().flatMap(ContentClaims::keys).distinct().toList());
        for (int i = 0; i < command.claims().size(); i++) {
            claims.add(Check.root().at("command").at("claims", i), command.claims().get(i));
        }
        claims.write();
        return new ClaimSummary(claims.batteries.size(), command.claims().stream().mapToLong(ContentClaim::massMg).sum());
    }

    private static Stream<String> keys(ContentClaim claim) {
        return Stream.of(Keys.battery(claim.battery()), Credits.key(claim.creditId()));
    }

    private void add(Check check, ContentClaim claim) {
        Battery battery = fresh(claim.battery());
        Credit known = credits.get(claim.creditId());
        Credit credit = known != null ? known : Credits.owned(transaction, claim.creditId(), check, "creditId");
        credits.put(credit.creditId(), credit.spent(check, "massMg", claim.massMg()));
        contents.computeIfAbsent(battery.id(), id -> new LinkedHashMap<>())
                .merge(credit.creditId(), content(credit, claim.massMg()), ContentClaims::sum);
        demandContained(check, battery, credit.material());
    }

    private Battery fresh(String id) {
        Battery battery = transaction.battery(id);
        Guard.of(transaction, battery).madeByCaller().freeInHand().stage(Stage.REGISTERED);
        batteries.put(battery.id(), battery);
        return battery;
    }

    private static Content content(Credit credit, long massMg) {
        return new Content(credit.creditId(), credit.lotId(), credit.material(), massMg);
    }

    private static Content sum(Content one, Content other) {
        return new Content(one.creditId(), one.lotId(), one.material(), one.massMg() + other.massMg());
    }

    private void demandContained(Check check, Battery battery, Material material) {
        Long contained = battery.specification().compositionMg().get(material);
        if (contained == null) {
            throw check.error(ErrorCode.INVALID_FIELD, "creditId", "The battery's declared composition does not have this material. (" + battery.id() + ")")
                    .comparing(battery.specification().compositionMg().keySet(), WireNames.of(material))
                    .exception();
        }
        long recycled = battery.recycledContentMg().getOrDefault(material, 0L) + claimed(battery, material);
        if (recycled > contained) {
            throw check.error(ErrorCode.OUT_OF_RANGE, "massMg", "More of the material would be recycled than is in the battery. (" + battery.id() + ")")
                    .comparing("at most " + contained + " mg in all", recycled + " mg")
                    .exception();
        }
    }

    private long claimed(Battery battery, Material material) {
        return contents.getOrDefault(battery.id(), Map.of()).values().stream()
                .filter(content -> content.material() == material)
                .mapToLong(Content::massMg)
                .sum();
    }

    private void write() {
        List<CreditUse> uses = new ArrayList<>();
        contents.forEach((id, ofBattery) -> uses.addAll(record(batteries.get(id), List.copyOf(ofBattery.values()))));
        uses.forEach(use -> Credits.putUse(transaction, use));
        credits.values().forEach(credit -> Credits.put(transaction, credit));
        transaction.emit(new EndOfLifeFact.ContentClaimed(uses, List.copyOf(credits.values())));
    }

    private List<CreditUse> record(Battery battery, List<Content> ofBattery) {
        BatteryEditor after = battery.edit();
        ofBattery.forEach(content -> after.addRecycledContent(content.material(), content.massMg()));
        transaction.record(battery, after.build(), new RecycledContentClaimed(ofBattery));
        return ofBattery.stream()
                .map(content -> new CreditUse(content.creditId(), battery.id(), content.massMg(), transaction.time(), transaction.txId()))
                .toList();
    }
}
