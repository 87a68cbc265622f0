package org.voltrail.cli.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.cli.console.Table;
import org.voltrail.client.PeerStatus;
import org.voltrail.client.RetryPolicy;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.VoltrailException;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.profile.Organisation;
import picocli.CommandLine.Command;

/** {@code voltrail network status}. */
@Command(name = "status",
        description = "Show the organisations' peers and how many blocks they have. Each organisation is asked with an identity of its own "
                + "from the wallet.")
final class StatusCommand extends CliCommand {

    /**
     * A peer.
     *
     * @param organisation its organisation
     * @param mspId MSP id of the organisation
     * @param peer name in the profile
     * @param url where it is
     * @param reachable whether it answers; null if there is no identity to ask with
     * @param height blocks on its channel, if it answers
     * @param trouble why it does not answer
     */
    record Line(
            String organisation,
            String mspId,
            String peer,
            String url,
            @Nullable Boolean reachable,
            @Nullable Long height,
            @Nullable String trouble) {}

    @Override
    protected ExitCode run(Session session, Console console) {
        List<Line> lines = new ArrayList<>();
        session.profile().organisations().values().forEach(organisation -> lines.addAll(lines(session, organisation)));
        Table table = new Table("ORGANISATION", "PEER", "ADDRESS", "STATE", "BLOCKS");
        lines.forEach(line -> table.row(line.organisation(), line.peer(), line.url(), state(line),
                line.height() == null ? "-" : line.height()));
        console.table(lines, table);
        lines.stream().filter(line -> line.trouble() != null).forEach(line -> console.remark(line.organisation() + ": " + line.trouble()));
        boolean dead = lines.stream().noneMatch(line -> Boolean.TRUE.equals(line.reachable()));
        return dead && lines.stream().anyMatch(line -> line.reachable() != null) ? ExitCode.NETWORK : ExitCode.OK;
    }

    private static String state(Line line) {
        if (line.reachable() == null) {
            return "no identity to ask with";
        }
        return line.reachable() ? "up" : "down";
    }

    private static List<Line> lines(Session session, Organisation organisation) {
        Optional<LedgerIdentity> identity = session.wallet().labels().stream()
                .map(session::identity)
                .filter(candidate -> candidate.mspId().equals(organisation.mspId()))
                .findFirst();
        return identity.map(who -> asked(session, organisation, who)).orElseGet(() -> unasked(session, organisation));
    }

    private static List<Line> unasked(Session session, Organisation organisation) {
        return session.profile().peersOf(organisation).stream()
                .map(peer -> new Line(organisation.name(), organisation.mspId(), peer.name(), peer.url(), null, null, null))
                .toList();
    }

    private static List<Line> asked(Session session, Organisation organisation, LedgerIdentity identity) {
        VoltrailClient client = session.client(identity, session.options().withRetry(RetryPolicy.NONE));
        Long height = null;
        String trouble = null;
        try {
            height = client.height().toCompletableFuture().join();
        } catch (CompletionException | VoltrailException e) {
            trouble = String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
        }
        List<Line> lines = new ArrayList<>();
        for (PeerStatus peer : client.peers()) {
            boolean up = peer.reachable() && trouble == null;
            lines.add(new Line(organisation.name(), organisation.mspId(), peer.name(), peer.url(), up, up ? height : null, trouble));
        }
        return lines;
    }
}
