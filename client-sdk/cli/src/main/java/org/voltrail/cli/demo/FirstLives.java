package org.voltrail.cli.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.voltrail.client.VoltrailClient;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.HandInCode;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.OfferReceipt;
import org.voltrail.model.custody.PackingInstruction;
import org.voltrail.model.custody.SpecialProvision;
import org.voltrail.model.custody.Transport;
import org.voltrail.model.custody.UnNumber;

/** Production, delivery and use. */
final class FirstLives {

    private static final int BATCH = 250;
    private static final int CONSIGNMENT = 60;
    static final Transport SOUND = transport(SpecialProvision.SP230, PackingInstruction.P903);

    private final Stagehand stagehand;
    private final Cast cast;

    FirstLives(Stagehand stagehand) {
        this.stagehand = stagehand;
        this.cast = stagehand.cast();
    }

    static Transport transport(SpecialProvision provision, PackingInstruction packing) {
        return new Transport(UnNumber.UN3480, provision, packing, "CMR-" + provision + "-" + packing, "VT-DEMO-1");
    }

    /** The manufacturer registers the fleet in batches. */
    String produce(List<Life> lives) {
        List<List<Life>> batches = parts(lives, BATCH);
        stagehand.each(batches, batch -> stagehand.does(cast.manufacturer(), new BatteryCommand.RegisterBatch(
                batch.stream().map(Life::registration).toList())));
        return lives.size() + " packs registered by the manufacturer in " + batches.size() + " batches";
    }

    /** The manufacturer offers consignments, the carrier takes them over; one is rejected first, and one offer withdrawn. */
    String deliver(List<Life> lives) {
        List<List<Life>> consignments = parts(lives, CONSIGNMENT);
        reject(consignments.get(0));
        withdraw(consignments.get(0));
        stagehand.each(consignments, consignment -> stagehand.does(cast.manufacturer(), offer(cast.msp(cast.carrier()), consignment, SOUND))
                .thenCompose(receipt -> accept(cast.carrier(), receipt)));
        return lives.size() + " packs handed to the carrier in " + consignments.size() + " consignments; one was rejected, one offer withdrawn";
    }

    private void reject(List<Life> consignment) {
        OfferReceipt offer = stagehand.submit(cast.manufacturer(), offer(cast.msp(cast.carrier()), consignment, SOUND));
        cast.catchUp();
        stagehand.submit(cast.carrier(), new CustodyCommand.Reject(offer.offerId(), "The vehicle is not approved for class 9."));
        cast.catchUp();
    }

    private void withdraw(List<Life> consignment) {
        OfferReceipt offer = stagehand.submit(cast.manufacturer(), offer(cast.msp(cast.recycler()), consignment, SOUND));
        stagehand.submit(cast.manufacturer(), new CustodyCommand.Cancel(offer.offerId(), "Sent to the wrong receiver."));
        cast.catchUp();
    }

    /** Takes an offer over as soon as the receiver's peer has it. */
    CompletionStage<OfferReceipt> accept(VoltrailClient receiver, OfferReceipt offer) {
        return receiver.awaitBlock(cast.lastBlock())
                .thenCompose(known -> stagehand.does(receiver, new CustodyCommand.Accept(offer.offerId(), null)));
    }

    static CustodyCommand.Offer offer(String receiver, List<Life> consignment, Transport transport) {
        return new CustodyCommand.Offer(receiver, consignment.stream().map(Life::id).toList(), transport, "Gate 4",
                Instant.now().plus(14, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** The packs go into vehicles; their users get a code for handing them in. */
    String serve(List<Life> lives) {
        stagehand.each(lives, life -> stagehand.does(cast.manufacturer(), new BatteryCommand.PutIntoService(life.id(),
                life.inServiceOn().toString(), HandInCode.hash(life.id(), life.handInCode()), life.vehicle(), null)));
        lives.forEach(life -> life.expect(Stage.IN_SERVICE));
        return lives.size() + " packs put into service, each with its vehicle and a hand-in code";
    }

    /** A pack with modules of its own, taken apart again. */
    String assemble(BatteryRegistration whole, List<BatteryRegistration> modules) {
        List<BatteryRegistration> all = new ArrayList<>(modules);
        all.add(whole);
        stagehand.submit(cast.manufacturer(), new BatteryCommand.RegisterBatch(all));
        List<String> ids = modules.stream().map(BatteryRegistration::id).toList();
        stagehand.submit(cast.manufacturer(), new BatteryCommand.Assemble(whole.id(), ids));
        stagehand.submit(cast.manufacturer(), new BatteryCommand.Disassemble(whole.id(), ids.subList(0, 1)));
        cast.catchUp();
        return "one pack assembled from " + modules.size() + " modules, one module taken out again";
    }

    static <T> List<List<T>> parts(List<T> items, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < items.size(); from += size) {
            parts.add(items.subList(from, Math.min(items.size(), from + size)));
        }
        return parts;
    }
}
