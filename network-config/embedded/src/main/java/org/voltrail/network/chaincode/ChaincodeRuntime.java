package org.voltrail.network.chaincode;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.voltrail.network.access.AccessControl;
import org.voltrail.network.access.AccessDeniedException;
import org.voltrail.network.access.Resource;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.ledger.LedgerException;
import org.voltrail.network.ledger.Simulator;
import org.voltrail.network.peer.Channels;
import org.voltrail.network.policy.SignedData;
import org.voltrail.network.wire.Wire;

/**
 * Executes chaincodes for one peer: application chaincodes on their servers, system chaincodes in this process. Thread-safe; nothing
 * blocks on a chaincode.
 */
public final class ChaincodeRuntime implements AutoCloseable {
    /** How long a chaincode may take for one execution where nothing else is set. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    private static final String INITIALIZED_KEY = "\0\uDBFF\uDFFFinitialized";

    private final String mspId;
    private final Channels channels;
    private final AccessControl access;
    private final ChaincodeDirectory directory;
    private final Map<String, SystemChaincode> systemChaincodes;
    private final Duration timeout;
    private final Map<String, ChaincodeConnection> connections = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer;

    /** A runtime for a peer of {@code mspId}. */
    public ChaincodeRuntime(
            String mspId,
            Channels channels,
            AccessControl access,
            ChaincodeDirectory directory,
            Collection<? extends SystemChaincode> systemChaincodes,
            Duration timeout) {
        this.mspId = mspId;
        this.channels = channels;
        this.access = access;
        this.directory = directory;
        this.systemChaincodes = systemChaincodes.stream().collect(Collectors.toUnmodifiableMap(SystemChaincode::name, Function.identity()));
        this.timeout = timeout;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "chaincode-timer-" + mspId));
        long sweep = Math.max(10, Math.min(1000, timeout.toMillis() / 10));
        timer.scheduleWithFixedDelay(this::expire, sweep, sweep, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Whether the name is that of a system chaincode. */
    public boolean isSystemChaincode(String name) {
        return systemChaincodes.containsKey(name);
    }

    /**
     * Executes a chaincode within a transaction.
     *
     * @return COMPLETED or ERROR as the chaincode sent it, or a {@link ChaincodeException}
     */
    public CompletableFuture<ChaincodeMessage> invoke(TransactionContext transaction, String chaincodeName, ChaincodeInput input) {
        SystemChaincode systemChaincode = systemChaincodes.get(chaincodeName);
        if (systemChaincode != null) {
            return CompletableFuture.completedFuture(completed(transaction, systemChaincode, input));
        }
        try {
            return execute(transaction, resolve(transaction, chaincodeName, input), input);
        } catch (ChaincodeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** As {@link #invoke(TransactionContext, String, ChaincodeInput)} for an application chaincode that was looked up already. */
    public CompletableFuture<ChaincodeMessage> invoke(TransactionContext transaction, RunnableChaincode chaincode, ChaincodeInput input) {
        try {
            guarded(transaction, simulator -> checkedInitialization(chaincode, input.getIsInit(), simulator));
            return execute(transaction, chaincode, input);
        } catch (ChaincodeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static ChaincodeMessage completed(TransactionContext transaction, SystemChaincode chaincode, ChaincodeInput input) {
        return ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.COMPLETED)
                .setTxid(transaction.txId())
                .setChannelId(transaction.channelId())
                .setPayload(chaincode.invoke(transaction, input.getArgsList()).toByteString())
                .build();
    }

    private CompletableFuture<ChaincodeMessage> execute(TransactionContext transaction, RunnableChaincode chaincode, ChaincodeInput input)
            throws ChaincodeException {
        Execution execution = new Execution(transaction, chaincode.name(), input.getIsInit(), System.nanoTime() + timeout.toNanos());
        connection(chaincode.packageId()).execute(execution, invocation(transaction, input));
        return execution.outcome();
    }

    private static ChaincodeMessage invocation(TransactionContext transaction, ChaincodeInput input) {
        return ChaincodeMessage.newBuilder()
                .setType(input.getIsInit() ? ChaincodeMessage.Type.INIT : ChaincodeMessage.Type.TRANSACTION)
                .setTxid(transaction.txId())
                .setChannelId(transaction.channelId())
                .setPayload(input.toByteString())
                .setProposal(transaction.proposal())
                .build();
    }

    private RunnableChaincode resolve(TransactionContext transaction, String name, ChaincodeInput input) throws ChaincodeException {
        return guarded(transaction, simulator ->
                checkedInitialization(find(transaction.channelId(), name, simulator), input.getIsInit(), simulator));
    }

    private static RunnableChaincode guarded(TransactionContext transaction, Lookup lookup) throws ChaincodeException {
        try {
            return transaction.withSimulator(simulator -> {
                try {
                    return lookup.apply(simulator);
                } catch (ChaincodeException e) {
                    throw new LedgerException(e.getMessage(), e);
                }
            });
        } catch (LedgerException e) {
            throw new ChaincodeException("invalid invocation: " + e.getMessage(), e);
        }
    }

    private RunnableChaincode find(String channelId, String name, Simulator simulator) throws ChaincodeException, LedgerException {
        try {
            return directory.find(channelId, name, simulator);
        } catch (ChaincodeException e) {
            throw e.within("[channel %s] failed to get chaincode container info for %s".formatted(channelId, name));
        }
    }

    private static RunnableChaincode checkedInitialization(RunnableChaincode chaincode, boolean asInit, Simulator simulator)
            throws LedgerException, ChaincodeException {
        boolean pending = chaincode.initRequired() && !initialized(chaincode, simulator);
        if (!asInit) {
            require(!pending, "chaincode '%s' has not been initialized for this version, must call as init first", chaincode);
            return chaincode;
        }
        require(chaincode.initRequired(), "chaincode '%s' does not require initialization but called as init", chaincode);
        require(pending, "chaincode '%s' is already initialized but called as init", chaincode);
        simulator.putState(chaincode.name(), INITIALIZED_KEY, chaincode.version().getBytes(StandardCharsets.UTF_8));
        return chaincode;
    }

    private static boolean initialized(RunnableChaincode chaincode, Simulator simulator) throws LedgerException {
        byte[] version = simulator.getState(chaincode.name(), INITIALIZED_KEY);
        return Arrays.equals(version, chaincode.version().getBytes(StandardCharsets.UTF_8));
    }

    private static void require(boolean condition, String message, RunnableChaincode chaincode) throws ChaincodeException {
        if (!condition) {
            throw new ChaincodeException(message.formatted(chaincode.name()));
        }
    }

    private ChaincodeConnection connection(String packageId) throws ChaincodeException {
        ChaincodeConnection known = connections.get(packageId);
        if (known != null) {
            return known;
        }
        ChaincodeEndpoint endpoint = directory
                .endpoint(packageId)
                .orElseThrow(() -> new ChaincodeException("could not launch chaincode %s: chaincode is not installed".formatted(packageId)));
        return connections.computeIfAbsent(packageId, id -> new ChaincodeConnection(id, endpoint, this::call, timer));
    }

    /** Connects to a package's server ahead of the first transaction. */
    public void prepare(String packageId) throws ChaincodeException {
        connection(packageId).open();
    }

    /** Closes the connection to a package's server; the next use opens one to wherever the server is then. */
    public void forget(String packageId) {
        ChaincodeConnection connection = connections.remove(packageId);
        if (connection != null) {
            connection.close();
        }
    }

    /** Whether a package's server is connected and has registered. */
    public boolean isReady(String packageId) {
        ChaincodeConnection connection = connections.get(packageId);
        return connection != null && connection.isReady();
    }

    private CompletableFuture<ChaincodeMessage> call(Execution caller, ByteString chaincodeSpec) {
        try {
            ChaincodeSpec spec = Wire.parse(ChaincodeSpec.parser(), chaincodeSpec);
            Callee callee = Callee.parse(spec.getChaincodeId().getName(), caller.transaction().channelId());
            checkMayCall(caller.transaction(), callee);
            return callee.channelId().equals(caller.transaction().channelId())
                    ? executed(invoke(caller.transaction(), callee.name(), spec.getInput()))
                    : callOnOtherChannel(caller.transaction(), callee, spec.getInput());
        } catch (InvalidProtocolBufferException e) {
            return CompletableFuture.failedFuture(new ChaincodeException("unmarshal failed: " + e.getMessage(), e));
        } catch (AccessDeniedException e) {
            return CompletableFuture.failedFuture(e);
        } catch (ChaincodeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void checkMayCall(TransactionContext transaction, Callee callee) throws AccessDeniedException, ChaincodeException {
        if (!isSystemChaincode(callee.name())) {
            SignedData proposal = new SignedData(
                    transaction.proposal().getProposalBytes().toByteArray(),
                    transaction.creator(),
                    transaction.proposal().getSignature().toByteArray());
            access.check(Resource.CHAINCODE_TO_CHAINCODE, ledger(callee.channelId()).config(), proposal);
        }
    }

    private ChannelLedger ledger(String channelId) throws ChaincodeException {
        return channels.find(channelId)
                .orElseThrow(() -> new ChaincodeException("failed to find ledger for channel: " + channelId));
    }

    private CompletableFuture<ChaincodeMessage> callOnOtherChannel(TransactionContext caller, Callee callee, ChaincodeInput input)
            throws ChaincodeException {
        Simulator simulator = ledger(callee.channelId()).simulate(mspId, caller.txId(), caller.creatorMspId());
        TransactionContext other = caller.onChannel(callee.channelId(), simulator);
        return executed(invoke(other, callee.name(), input)).whenComplete((message, failure) -> other.close());
    }

    private static CompletableFuture<ChaincodeMessage> executed(CompletableFuture<ChaincodeMessage> outcome) {
        return outcome.exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                new ChaincodeException("execute failed: " + failure.getMessage(), failure)));
    }

    private void expire() {
        long now = System.nanoTime();
        connections.values().forEach(connection -> connection.expire(now));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        connections.values().forEach(ChaincodeConnection::close);
    }

    /** Looks a chaincode up through a simulation. */
    @FunctionalInterface
    private interface Lookup {
        RunnableChaincode apply(Simulator simulator) throws ChaincodeException, LedgerException;
    }

    /** A called chaincode, from {@code name[:version][/channel]}. */
    private record Callee(String name, String channelId) {
        static Callee parse(String text, String callerChannel) {
            int slash = text.indexOf('/');
            String name = slash < 0 ? text : text.substring(0, slash);
            int colon = name.indexOf(':');
            return new Callee(colon < 0 ? name : name.substring(0, colon), slash < 0 ? callerChannel : text.substring(slash + 1));
        }
    }
}
