package org.voltrail.cli.submit;

import java.util.Map;
import org.voltrail.model.Command;
import org.voltrail.model.Query;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.CustodyQuery;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeQuery;
import org.voltrail.model.health.HealthCommand;
import org.voltrail.model.health.HealthQuery;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightQuery;
import org.voltrail.model.telemetry.TelemetryCommand;
import org.voltrail.model.telemetry.TelemetryQuery;

/** The chaincode's contracts with their commands and queries. */
@SuppressWarnings("rawtypes")
final class Contracts {

    static final Catalogue<Command> COMMANDS = Catalogue.of(Command.class, Map.of(
            "battery", BatteryCommand.class,
            "custody", CustodyCommand.class,
            "endoflife", EndOfLifeCommand.class,
            "health", HealthCommand.class,
            "oversight", OversightCommand.class,
            "telemetry", TelemetryCommand.class));

    static final Catalogue<Query> QUERIES = Catalogue.of(Query.class, Map.of(
            "battery", BatteryQuery.class,
            "custody", CustodyQuery.class,
            "endoflife", EndOfLifeQuery.class,
            "health", HealthQuery.class,
            "oversight", OversightQuery.class,
            "telemetry", TelemetryQuery.class));

    private Contracts() {}
}
