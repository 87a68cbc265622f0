package org.voltrail.cli.endoflife;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.Session;
import org.voltrail.cli.battery.Batteries;
import org.voltrail.model.Command;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.Lot;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail recycle add}. */
@CommandLine.Command(name = "add", description = "Put waste batteries into a lot. There is no way out.")
final class AddToLotCommand extends LotStep {

    @Parameters(index = "0", paramLabel = "LOT", description = "Id of the lot.")
    private String lotId = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "BATTERY", description = "Any identity of each battery.")
    private @Nullable List<String> batteries;

    @Option(names = {"-f", "--file"}, paramLabel = "FILE", description = "File of further batteries, an identity on each line.")
    private @Nullable Path file;

    @Override
    protected Command<Lot> command(Session session) {
        List<String> ids = ids(batteries, file).stream().map(pasted -> Batteries.id(session.client(), pasted)).toList();
        return new EndOfLifeCommand.AddToLot(lotId, ids);
    }
}
