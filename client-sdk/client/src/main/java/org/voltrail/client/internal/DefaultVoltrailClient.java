package org.voltrail.client.internal;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.client.ClientOptions;
import org.voltrail.client.PeerStatus;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.events.BlockRecord;
import org.voltrail.client.events.EventRecord;
import org.voltrail.client.events.LedgerStream;
import org.voltrail.client.events.StartPosition;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.internal.command.ChainHeight;
import org.voltrail.client.internal.command.CommandCentre;
import org.voltrail.client.internal.command.Requests;
import org.voltrail.client.internal.command.Stages;
import org.voltrail.client.internal.gateway.Drafts;
import org.voltrail.client.internal.gateway.GatewayCalls;
import org.voltrail.client.internal.gateway.PeerPool;
import org.voltrail.client.internal.offline.StepByStep;
import org.voltrail.client.internal.stream.Streams;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.Committed;
import org.voltrail.client.ledger.QueryOptions;
import org.voltrail.client.offline.OfflineSigning;
import org.voltrail.client.profile.ConnectionProfile;
import org.voltrail.client.profile.Organisation;
import org.voltrail.client.profile.Peer;
import org.voltrail.model.Command;
import org.voltrail.model.Query;

/** {@link VoltrailClient} over the Fabric Gateway of an organisation's peers. */
public final class DefaultVoltrailClient implements VoltrailClient {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultVoltrailClient.class);

    private final LedgerIdentity identity;
    private final ClientOptions options;
    private final PeerPool peers;
    private final CommandCentre commands;
    private final ChainHeight height;
    private final Streams streams;
    private final OfflineSigning offline;

    private DefaultVoltrailClient(LedgerIdentity identity, ClientOptions options, PeerPool peers, Executor executor) {
        this.identity = identity;
        this.options = options;
        this.peers = peers;
        ScheduledExecutorService timer = Threads.timer();
        Drafts drafts = new Drafts(identity, options);
        Requests requests = new Requests(drafts);
        GatewayCalls calls = new GatewayCalls(peers, drafts);
        this.commands = new CommandCentre(identity, options, requests, calls, timer, executor);
        this.height = new ChainHeight(identity, drafts, calls, options.deadlines().evaluate());
        this.streams = new Streams(identity, drafts, peers, height::get, timer, executor);
        this.offline = new StepByStep(options.deadlines(), drafts, requests, calls);
    }

    /** Makes a client. */
    public static VoltrailClient connect(ConnectionProfile profile, LedgerIdentity identity, ClientOptions options) {
        warnOfExpiry(identity, options);
        Executor executor = options.executor() == null ? Threads.shared() : options.executor();
        List<Peer> peers = profile.peersOf(organisation(profile, identity, options));
        return new DefaultVoltrailClient(identity, options, PeerPool.of(peers, executor), executor);
    }

    private static Organisation organisation(ConnectionProfile profile, LedgerIdentity identity, ClientOptions options) {
        return options.organisation() == null
                ? profile.organisationOfMsp(identity.mspId())
                : profile.organisation(options.organisation());
    }

    private static void warnOfExpiry(LedgerIdentity identity, ClientOptions options) {
        if (identity.expiresWithin(options.expiryWarning(), Instant.now())) {
            LOG.warn("The certificate of {} at {} ends at {}: renew it", identity.name(), identity.mspId(), identity.expires());
        }
    }

    @Override
    public LedgerIdentity identity() {
        return identity;
    }

    @Override
    public ClientOptions options() {
        return options;
    }

    @Override
    public <R> CompletionStage<Committed<R>> submit(Command<R> command, CommandOptions commandOptions) {
        return commands.submit(command, commandOptions);
    }

    @Override
    public <R> Committed<R> submitAndWait(Command<R> command, CommandOptions commandOptions) {
        return Stages.await(submit(command, commandOptions));
    }

    @Override
    public <R> R evaluate(Query<R> query, QueryOptions queryOptions) {
        return Stages.await(evaluateAsync(query, queryOptions));
    }

    @Override
    public <R> CompletionStage<R> evaluateAsync(Query<R> query, QueryOptions queryOptions) {
        return commands.evaluate(query, queryOptions);
    }

    @Override
    public LedgerStream<EventRecord> events() {
        return streams.events();
    }

    @Override
    public LedgerStream<BlockRecord> blocks() {
        return streams.blocks();
    }

    @Override
    public CompletionStage<Long> height() {
        return height.get();
    }

    @Override
    public CompletionStage<Void> awaitBlock(long number) {
        CompletableFuture<Void> seen = new CompletableFuture<>();
        blocks().publish(StartPosition.atBlock(number)).subscribe(new FirstRecord<>(seen));
        return seen;
    }

    @Override
    public OfflineSigning offline() {
        return offline;
    }

    @Override
    public List<PeerStatus> peers() {
        return peers.status();
    }

    @Override
    public void close() {
        streams.close();
        commands.close();
        peers.close();
    }
}
