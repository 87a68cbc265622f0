package org.voltrail.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.details.BatteryDetails;
import org.voltrail.client.events.BlockRecord;
import org.voltrail.client.events.LedgerReader;
import org.voltrail.client.events.StartPosition;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.PrivateDetails;
import org.voltrail.scenarios.network.OnNetwork;
import org.voltrail.scenarios.network.Party;
import org.voltrail.scenarios.network.People;

/** Details that only some may know, and that all may rely on. */
@OnNetwork
final class PrivateDetailsScenario {
    private static final String SECRET = "cathode NMC 811, supplier confidential";

    private final PrivateDetails details = BatteryDetails.salted(SECRET);
    private VoltrailClient manufacturer;
    private BatteryDetails owner;
    private BatteryDetails recipient;
    private BatteryDetails bystander;
    private String battery;

    @BeforeEach
    void register(People people) {
        manufacturer = people.someoneOf(Party.MANUFACTURER);
        owner = new BatteryDetails(manufacturer);
        recipient = new BatteryDetails(people.someoneOf(Party.RECYCLER));
        bystander = new BatteryDetails(people.someoneOf(Party.CARRIER));
        battery = manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack())).result().battery();
    }

    @Test
    void whoWasHandedDetailsCanReadAndVerifyThemAndNobodyElseCan() throws Exception {
        get(owner.attach(battery, details));
        assertThat(get(owner.get(battery, Party.MANUFACTURER.msp()))).isEqualTo(details);
        refused(recipient.get(battery, Party.MANUFACTURER.msp()), ErrorCode.DETAILS_NOT_FOUND);

        get(owner.share(battery, details, Party.RECYCLER.msp()));

        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() ->
                assertThat(get(recipient.get(battery, Party.MANUFACTURER.msp()))).isEqualTo(details));
        assertThat(get(recipient.verify(battery, Party.MANUFACTURER.msp(), details)).matches()).isTrue();
        assertThat(get(recipient.verify(battery, Party.MANUFACTURER.msp(), BatteryDetails.salted(SECRET))).matches()).isFalse();
        refused(bystander.get(battery, Party.MANUFACTURER.msp()), ErrorCode.DETAILS_NOT_FOUND);
    }

    @Test
    void detailsOtherThanThoseAttachedAreNotKept() throws Exception {
        get(owner.bind(battery, details));

        refused(owner.store(battery, BatteryDetails.salted("something else")), ErrorCode.DETAILS_MISMATCH);
    }

    @Test
    void theBlocksDoNotHoldTheDetails() throws Exception {
        long first = manufacturer.height().toCompletableFuture().join();
        get(owner.attach(battery, details));
        long last = manufacturer.height().toCompletableFuture().join();

        try (LedgerReader<BlockRecord> reader = manufacturer.blocks().read(StartPosition.atBlock(first))) {
            for (long block = first; block < last; block++) {
                assertThat(reader.next().content().toByteString().toString(StandardCharsets.ISO_8859_1))
                        .doesNotContain("supplier confidential");
            }
        }
    }

    private static void refused(CompletionStage<?> stage, ErrorCode code) {
        assertThatThrownBy(() -> get(stage))
                .cause()
                .isInstanceOfSatisfying(LedgerRefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
