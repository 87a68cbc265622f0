package org.voltrail.network.samplecontract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Default;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeException;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ext.sbe.StateBasedEndorsement;
import org.hyperledger.fabric.shim.ext.sbe.impl.StateBasedEndorsementFactory;
import org.hyperledger.fabric.shim.ledger.KeyModification;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;

/** A contract that uses everything a shim offers, for tests of the network. */
@Contract(name = "sample")
@Default
public final class SampleContract implements ContractInterface {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Transaction
    public String put(Context context, String key, String value) {
        context.getStub().putStringState(key, value);
        return value;
    }

    @Transaction
    public String update(Context context, String key, String value) {
        String before = context.getStub().getStringState(key);
        context.getStub().putStringState(key, value);
        return before;
    }

    @Transaction
    public String putAndTell(Context context, String key, String value) {
        context.getStub().putStringState(key, value);
        context.getStub().setEvent("put", (key + "=" + value).getBytes(StandardCharsets.UTF_8));
        return value;
    }

    @Transaction
    public void putMany(Context context, String prefix, int count, String value) {
        for (int index = 0; index < count; index++) {
            context.getStub().putStringState("%s%05d".formatted(prefix, index), value);
        }
    }

    /** About what a registration does: four reads, four writes, an event. */
    @Transaction
    public void register(Context context, String key, String document) {
        for (int index = 0; index < 4; index++) {
            context.getStub().getState(key + "~" + index);
        }
        for (int index = 0; index < 4; index++) {
            context.getStub().putStringState(key + "~" + index, document);
        }
        context.getStub().setEvent("registered", document.getBytes(StandardCharsets.UTF_8));
    }

    @Transaction
    public void delete(Context context, String key) {
        context.getStub().delState(key);
    }

    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String get(Context context, String key) {
        return context.getStub().getStringState(key);
    }

    /** Reads, writes, and reads again: what it reads the second time. */
    @Transaction
    public String readOwnWrite(Context context, String key, String value) {
        context.getStub().putStringState(key, value);
        return context.getStub().getStringState(key);
    }

    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String range(Context context, String from, String to) {
        List<String> found = new ArrayList<>();
        QueryResultsIterator<KeyValue> results = context.getStub().getStateByRange(from, to);
        results.forEach(result -> found.add(result.getKey()));
        close(results);
        return String.join(",", found);
    }

    /** Counts a range and writes the count: whoever changes the range in between breaks it. */
    @Transaction
    public String countInto(Context context, String from, String to, String key) {
        String found = range(context, from, to);
        String count = Integer.toString(found.isEmpty() ? 0 : found.split(",").length);
        context.getStub().putStringState(key, count);
        return count;
    }

    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String page(Context context, String from, String to, int size, String bookmark) {
        List<String> found = new ArrayList<>();
        QueryResultsIteratorWithMetadata<KeyValue> results =
                context.getStub().getStateByRangeWithPagination(from, to, size, bookmark);
        results.forEach(result -> found.add(result.getKey()));
        return String.join(",", found) + "|" + results.getMetadata().getBookmark();
    }

    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String history(Context context, String key) {
        List<String> found = new ArrayList<>();
        QueryResultsIterator<KeyModification> results = context.getStub().getHistoryForKey(key);
        results.forEach(change -> found.add(change.isDeleted() ? "deleted" : change.getStringValue()));
        close(results);
        return String.join(",", found);
    }

    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String query(Context context, String query) {
        QueryResultsIterator<KeyValue> results = context.getStub().getQueryResult(query);
        close(results);
        return "";
    }

    @Transaction
    public void putComposite(Context context, String type, String first, String second) {
        ChaincodeStub stub = context.getStub();
        stub.putStringState(stub.createCompositeKey(type, first, second).toString(), first + second);
    }

    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String composites(Context context, String type, String first) {
        List<String> found = new ArrayList<>();
        QueryResultsIterator<KeyValue> results = context.getStub().getStateByPartialCompositeKey(type, first);
        results.forEach(result -> found.add(result.getStringValue()));
        close(results);
        return String.join(",", found);
    }

    @Transaction
    public void fail(Context context, String message) {
        throw new ChaincodeException(message);
    }

    /** Refuses on the peers of these organisations only. */
    @Transaction
    public String failAt(Context context, String mspId) {
        if (peerMspId().equals(mspId)) {
            throw new ChaincodeException(mspId + " refuses to endorse this");
        }
        context.getStub().putStringState("failed-elsewhere", mspId);
        return "done";
    }

    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String peer(Context context) {
        return peerMspId();
    }

    private static String peerMspId() {
        return SampleServer.currentMspId();
    }

    /** Gives another result on each peer. */
    @Transaction
    public String random(Context context) {
        String value = Integer.toString(CALLS.incrementAndGet());
        context.getStub().putStringState("random", value);
        return value;
    }

    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public void sleep(Context context, int millis) {
        long end = System.nanoTime() + millis * 1_000_000L;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    @Transaction
    public void putPrivate(Context context, String collection, String key) {
        context.getStub().putPrivateData(collection, key, context.getStub().getTransient().get("value"));
    }

    @Transaction
    public void putPrivateAndPublic(Context context, String collection, String key) {
        putPrivate(context, collection, key);
        context.getStub().putStringState(key, "private");
    }

    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String getPrivate(Context context, String collection, String key) {
        return new String(context.getStub().getPrivateData(collection, key), StandardCharsets.UTF_8);
    }

    @Transaction
    public String copyPrivate(Context context, String collection, String key, String other) {
        byte[] value = context.getStub().getPrivateData(collection, key);
        context.getStub().putPrivateData(collection, other, value);
        return "copied";
    }

    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String privateHash(Context context, String collection, String key) {
        return HexFormat.of().formatHex(context.getStub().getPrivateDataHash(collection, key));
    }

    @Transaction
    public void purgePrivate(Context context, String collection, String key) {
        context.getStub().purgePrivateData(collection, key);
    }

    /** Lets only these organisations' peers endorse changes of a key. */
    @Transaction
    public void endorsedBy(Context context, String key, String mspIds) {
        StateBasedEndorsement policy = StateBasedEndorsementFactory.getInstance().newStateBasedEndorsement(null);
        policy.addOrgs(StateBasedEndorsement.RoleType.RoleTypePeer, mspIds.split(","));
        context.getStub().setStateValidationParameter(key, policy.policy());
    }

    @Transaction
    public String call(Context context, String chaincode, String function, String key, String value) {
        Chaincode.Response response = context.getStub().invokeChaincodeWithStringArgs(chaincode, function, key, value);
        return response.getStatusCode() + " " + (response.getMessage() == null ? "" : response.getMessage()) + response.getStringPayload();
    }

    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String caller(Context context) {
        return context.getClientIdentity().getMSPID();
    }

    private static void close(QueryResultsIterator<?> results) {
        try {
            results.close();
        } catch (Exception e) {
            throw new ChaincodeException("a query could not be closed", e);
        }
    }
}
