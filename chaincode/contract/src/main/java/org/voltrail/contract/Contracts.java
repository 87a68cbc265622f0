package org.voltrail.contract;

import java.util.List;
import org.voltrail.contract.battery.BatteryContract;
import org.voltrail.contract.custody.CustodyContract;
import org.voltrail.contract.endoflife.EndOfLifeContract;
import org.voltrail.contract.health.HealthContract;
import org.voltrail.contract.ledger.LedgerContract;
import org.voltrail.contract.oversight.OversightContract;
import org.voltrail.contract.telemetry.TelemetryContract;

/** The contracts of the chaincode. */
public final class Contracts {
    private Contracts() {}

    /** One of each. They keep no state and may serve several peers. */
    public static List<LedgerContract> all() {
        return List.of(
                new BatteryContract(),
                new CustodyContract(),
                new EndOfLifeContract(),
                new HealthContract(),
                new OversightContract(),
                new TelemetryContract());
    }
}
