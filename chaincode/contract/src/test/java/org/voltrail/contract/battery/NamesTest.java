package org.voltrail.contract.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.testing.Scene;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.Identity;
import org.voltrail.model.battery.IdentityScheme;
import org.voltrail.model.battery.Resolution;

class NamesTest {
    private final Scene scene = new Scene();
    private final Battery battery = scene.pack();

    @Test
    void allNamesOfABatteryLeadToIt() {
        add(new Identity(IdentityScheme.GBT_34014, "001PB010001234GB40000042"));
        add(new Identity(IdentityScheme.SERIAL, "SN-1"));
        add(new Identity(IdentityScheme.GIAI, "4012345ABC-1"));
        add(new Identity(IdentityScheme.VIN, "wvwzzz1jzxw000001"));
        add(new Identity(IdentityScheme.URI, "HTTPS://Old.Example.org/Battery/1"));

        for (String name : List.of(
                battery.id(), "(01)09506000134352(21)B-1", "001pb 0100-01234 gb4 0000042", "(8004)4012345ABC-1",
                "https://id.example.org/8004/4012345ABC-1", "WVWZZZ1JZXW000001", "https://old.example.org/Battery/1")) {
            assertThat(resolve(name, null).battery()).as(name).isEqualTo(battery.id());
        }
        assertThat(resolve("SN-1", "ManufacturerMSP").battery()).isEqualTo(battery.id());
        assertThat(scene.battery(battery.id()).identities()).hasSize(5);
    }

    @Test
    void aSerialNumberNeedsItsManufacturer() {
        add(new Identity(IdentityScheme.SERIAL, "SN-1"));

        scene.refused(ErrorCode.IDENTITY_NOT_FOUND, () -> resolve("SN-1", null));
        scene.refused(ErrorCode.IDENTITY_NOT_FOUND, () -> resolve("SN-1", "OtherMSP"));
    }

    @Test
    void aNameThatAnotherBatteryCarriesIsRefused() {
        Identity vin = new Identity(IdentityScheme.VIN, "WVWZZZ1JZXW000001");
        add(vin);
        Battery other = scene.pack();

        scene.refused(ErrorCode.IDENTITY_TAKEN, () -> scene.ledger.submit(MAKER, new BatteryCommand.AddIdentity(other.id(), vin)));
        scene.refused(ErrorCode.IDENTITY_TAKEN, () -> add(vin));
    }

    @Test
    void onlyThePartiesNameABattery() {
        Identity vin = new Identity(IdentityScheme.VIN, "WVWZZZ1JZXW000001");

        scene.refused(ErrorCode.NOT_HOLDER, () -> scene.ledger.submit(CARRIER, new BatteryCommand.AddIdentity(battery.id(), vin)));
        scene.handOver(MAKER, RECYCLER, battery.id());
        scene.ledger.submit(RECYCLER, new BatteryCommand.AddIdentity(battery.id(), vin));
    }

    @Test
    void aBatteryHasAtMostEightAdditionalNames() {
        IntStream.range(0, 8).forEach(i -> add(new Identity(IdentityScheme.SERIAL, "SN-" + i)));

        scene.refused(ErrorCode.BATCH_TOO_LARGE, () -> add(new Identity(IdentityScheme.SERIAL, "SN-8")));
    }

    @Test
    void aNameOfTheWrongFormIsRefused() {
        for (Identity wrong : List.of(
                new Identity(IdentityScheme.VIN, "WVWZZZ1JZXW00000O"), new Identity(IdentityScheme.GBT_34014, "001PB"),
                new Identity(IdentityScheme.GIAI, "ABC"), new Identity(IdentityScheme.URI, "no uri"), new Identity(IdentityScheme.URI, battery.id()), new Identity(IdentityScheme.SERIAL, "a b"))) {
            assertThat(scene.refused(ErrorCode.INVALID_FIELD, () -> add(wrong)).field()).isEqualTo("command.identity.value");
        }
    }

    private void add(Identity identity) {
        scene.ledger.submit(MAKER, new BatteryCommand.AddIdentity(battery.id(), identity));
    }

    private Resolution resolve(String text, @Nullable String manufacturer) {
        return scene.ledger.evaluate(CARRIER, new BatteryQuery.Resolve(text, manufacturer));
    }
}
