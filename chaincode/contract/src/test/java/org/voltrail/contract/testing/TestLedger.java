package org.voltrail.contract.testing;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.shim.Chaincode.Response;
import org.voltrail.contract.ledger.Dispatcher;
import org.voltrail.contract.ledger.LedgerContract;
import org.voltrail.contract.ledger.MultiGet;
import org.voltrail.model.Command;
import org.voltrail.model.CommandEnvelope;
import org.voltrail.model.LedgerEvent;
import org.voltrail.model.LedgerException;
import org.voltrail.model.Query;
import org.voltrail.model.json.CanonicalJson;

/**
 * A channel in memory. {@link #submit} simulates on the peer of every endorsing organisation, demands equal results, checks
 * key-level policies and read versions, and commits; a refused command leaves no trace.
 */
public final class TestLedger {
    private final Dispatcher dispatcher;
    private final WorldState state = new WorldState();
    private final Map<String, Map<String, byte[]>> privateStates = new HashMap<>();
    private final List<LedgerEvent> events = new ArrayList<>();
    private Set<String> endorsers = Set.of("ManufacturerMSP", "RecyclerMSP", "CarrierMSP", "RegulatorMSP");
    private Instant now = Instant.parse("2026-11-24T08:00:00Z");
    private long height;
    private long counter;
    private int operations;

    /** A ledger with contracts and nothing on it. */
    public TestLedger(LedgerContract... contracts) {
        dispatcher = new Dispatcher(Arrays.asList(contracts));
    }

    WorldState state() {
        return state;
    }

    Map<String, byte[]> privateState(String collection) {
        return privateStates.computeIfAbsent(collection, name -> new HashMap<>());
    }

    /** Organisations whose peers endorse what is submitted from now on. */
    public TestLedger endorsedBy(String... msps) {
        endorsers = Set.of(msps);
        return this;
    }

    /** Time of the transactions from now on. */
    public TestLedger at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    /** Lets time pass. */
    public TestLedger pass(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    /** Time of the next transaction. */
    public Instant now() {
        return now;
    }

    /** A command with an id of its own. */
    public <R> R submit(TestIdentity client, Command<R> command) {
        return submit(client, "cmd-" + ++counter, command, Map.of());
    }

    /** A command with private inputs. */
    public <R> R submit(TestIdentity client, Command<R> command, Map<String, byte[]> secrets) {
        return submit(client, "cmd-" + ++counter, command, secrets);
    }

    /** A command with a chosen id. */
    public <R> R submit(TestIdentity client, String commandId, Command<R> command) {
        return submit(client, commandId, command, Map.of());
    }

    private <R> R submit(TestIdentity client, String commandId, Command<R> command, Map<String, byte[]> secrets) {
        byte[] argument = CanonicalJson.write(new CommandEnvelope<>(commandId, command));
        byte[] payload = submit(client, function(command.contract(), command.transaction()), argument, secrets);
        return CanonicalJson.read(payload, command.resultType());
    }

    /** A command with the heads that its client expects. */
    public <R> R submitExpecting(TestIdentity client, Map<String, String> heads, Command<R> command) {
        byte[] argument = CanonicalJson.write(new CommandEnvelope<>("cmd-" + ++counter, command, heads));
        byte[] payload = submit(client, function(command.contract(), command.transaction()), argument, Map.of());
        return CanonicalJson.read(payload, command.resultType());
    }

    /** Any submit transaction; gives the raw result. */
    public byte[] submit(TestIdentity client, String function, byte[] argument, Map<String, byte[]> secrets) {
        TestStub.Proposal proposal = new TestStub.Proposal(client, nextTxId(), now, function, argument, secrets);
        List<TestStub> simulations = new ArrayList<>();
        byte[] payload = {};
        for (String msp : endorsers.stream().sorted().toList()) {
            TestStub stub = new TestStub(this, msp, proposal);
            payload = succeeded(dispatcher.invoke(stub, MultiGet.NONE));
            simulations.add(stub);
        }
        demandEqual(simulations);
        commit(simulations.get(0));
        return payload;
    }

    /** Simulates without committing, to look at what would be endorsed. */
    public TestStub simulate(TestIdentity client, String commandId, Command<?> command) {
        byte[] argument = CanonicalJson.write(new CommandEnvelope<>(commandId, command));
        String function = function(command.contract(), command.transaction());
        TestStub stub = new TestStub(this, client.msp(), new TestStub.Proposal(client, nextTxId(), now, function, argument, Map.of()));
        succeeded(dispatcher.invoke(stub, MultiGet.NONE));
        return stub;
    }

    /** Commits a simulation, unless keys that it read have changed since: then throws {@link IllegalStateException}. */
    public void commit(TestStub stub) {
        stub.reads.forEach((key, version) -> unchanged(key, version));
        stub.writes.keySet().forEach(this::demandEndorsed);
        stub.policies.keySet().forEach(this::demandEndorsed);
        height++;
        stub.writes.forEach((key, value) -> state.put(key, value, height));
        stub.policies.forEach((key, policy) -> state.putPolicy(key, policy, height));
        stub.privateWrites.forEach((collection, entries) -> privateState(collection).putAll(entries));
        operations = stub.operations();
        if (stub.getEvent() != null) {
            events.add(LedgerEvent.parse(stub.getEvent().getPayload().toByteArray()));
        }
    }

    private void unchanged(String key, long version) {
        if (state.version(key) != version) {
            throw new IllegalStateException("MVCC_READ_CONFLICT on " + key);
        }
    }

    private void demandEndorsed(String key) {
        byte[] policy = state.policy(key);
        if (policy != null && named(policy).stream().noneMatch(endorsers::contains)) {
            throw new IllegalStateException("ENDORSEMENT_POLICY_FAILURE on " + key);
        }
    }

    /** MSP ids that a key-level policy names. */
    public static Set<String> named(byte[] policy) {
        Set<String> msps = new HashSet<>();
        try {
            for (MSPPrincipal principal : SignaturePolicyEnvelope.parseFrom(policy).getIdentitiesList()) {
                msps.add(MSPRole.parseFrom(principal.getPrincipal()).getMspIdentifier());
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
        return msps;
    }

    /** MSP ids that the policy of a key names, empty if it has none. */
    public Set<String> endorsersOf(String key) {
        byte[] policy = state.policy(key);
        return policy == null ? Set.of() : named(policy);
    }

    private static void demandEqual(List<TestStub> simulations) {
        if (simulations.stream().map(TestStub::result).distinct().count() != 1) {
            throw new IllegalStateException("ProposalResponsePayloads do not match");
        }
    }

    /** Answers a query on the client's own organisation's peer. */
    public <R> R evaluate(TestIdentity client, Query<R> query) {
        byte[] argument = CanonicalJson.write(query);
        return CanonicalJson.read(evaluate(client, function(query.contract(), query.transaction()), argument), query.resultType());
    }

    /** Any evaluation; gives the raw result. */
    public byte[] evaluate(TestIdentity client, String function, byte[] argument) {
        TestStub stub = new TestStub(this, client.msp(), new TestStub.Proposal(client, nextTxId(), now, function, argument, Map.of()));
        byte[] payload = succeeded(dispatcher.invoke(stub, MultiGet.NONE));
        if (!stub.writes.isEmpty()) {
            throw new IllegalStateException("A query has written");
        }
        return payload;
    }

    private static byte[] succeeded(Response response) {
        if (response.getStatus() != Response.Status.SUCCESS) {
            throw new LedgerException(CanonicalJson.readError(response.getMessage()));
        }
        return response.getPayload();
    }

    private String nextTxId() {
        return CanonicalJson.sha256("tx" + ++counter);
    }

    private static String function(String contract, String transaction) {
        return contract + ":" + transaction;
    }

    /** Events of the committed transactions, oldest first. */
    public List<LedgerEvent> events() {
        return List.copyOf(events);
    }

    /** Event of the last transaction. */
    public LedgerEvent lastEvent() {
        return events.get(events.size() - 1);
    }

    /** State operations of the last committed transaction. */
    public int operations() {
        return operations;
    }

    /** Number of committed transactions. */
    public long height() {
        return height;
    }

    /** The whole state as text: equal texts, equal states. */
    public String fingerprint() {
        return state.fingerprint();
    }

    /** Writes a document past the contracts, to set a scene. */
    public TestLedger given(String key, Object document) {
        state.put(key, CanonicalJson.write(document), ++height);
        return this;
    }
}
