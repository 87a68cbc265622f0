package org.voltrail.cli.events;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.cli.trace.EventText;
import org.voltrail.client.events.EventRecord;
import org.voltrail.client.events.FileCheckpoint;
import org.voltrail.client.events.LedgerReader;
import org.voltrail.client.events.StartPosition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voltrail events}. */
@Command(name = "events",
        description = "Follow the ledger's events. Without options: what happens from now on, until interrupted.")
public final class EventsCommand extends CliCommand {

    @Option(names = "--from", paramLabel = "BLOCK", description = "Begin at this block; 0 for all there is.")
    private @Nullable Long from;

    @Option(names = "--checkpoint", paramLabel = "FILE",
            description = "Remember in this file how far one has come, and go on from there.")
    private @Nullable Path checkpoint;

    @Option(names = "--type", split = ",", paramLabel = "TYPE",
            description = "Only events whose type begins like this, for example battery. or custody.accepted.")
    private List<String> types = List.of();

    @Option(names = "--idle", paramLabel = "SECONDS", description = "End when nothing has happened for so long.")
    private @Nullable Integer idle;

    @Option(names = {"-n", "--limit"}, paramLabel = "N", description = "End after so many events.")
    private long limit = Long.MAX_VALUE;

    /** For picocli. */
    public EventsCommand() {}

    @Override
    protected ExitCode run(Session session, Console console) {
        FileCheckpoint kept = checkpoint == null ? null : FileCheckpoint.open(checkpoint);
        try (LedgerReader<EventRecord> reader = session.client().events().read(start(kept))) {
            long shown = 0;
            Optional<EventRecord> next = next(reader);
            while (next.isPresent() && shown < limit) {
                shown += show(console, next.get()) ? 1 : 0;
                if (kept != null) {
                    kept.advance(next.get().position());
                }
                next = shown < limit ? next(reader) : Optional.empty();
            }
        }
        return ExitCode.OK;
    }

    private StartPosition start(@Nullable FileCheckpoint kept) {
        StartPosition fresh = from == null ? StartPosition.newest() : StartPosition.atBlock(from);
        return kept == null ? fresh : kept.position().map(StartPosition::after).orElse(fresh);
    }

    private Optional<EventRecord> next(LedgerReader<EventRecord> reader) {
        if (idle != null) {
            return reader.poll(Duration.ofSeconds(idle));
        }
        return reader.hasNext() ? Optional.of(reader.next()) : Optional.empty();
    }

    private boolean show(Console console, EventRecord record) {
        boolean wanted = types.isEmpty() || types.stream().anyMatch(record.event().type()::startsWith);
        if (wanted) {
            console.result(record.event(), String.format("%-7d %s  %-28s %s", record.block(), record.event().time(),
                    record.event().actor().msp() + "/" + record.event().actor().id(),
                    EventText.of(record.event().type(), record.event().data())));
        }
        return wanted;
    }
}
