package org.voltrail.network.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One transaction's simulation on a consistent snapshot of one peer's state. Reads never see the transaction's own writes.
 * Not thread-safe; close it always. Keys are ordered by their UTF-8 bytes.
 */
public interface Simulator extends AutoCloseable {
    byte @Nullable [] getState(String namespace, String key) throws LedgerException;

    void putState(String namespace, String key, byte[] value) throws LedgerException;

    void deleteState(String namespace, String key) throws LedgerException;

    Map<String, byte[]> getStateMetadata(String namespace, String key) throws LedgerException;

    void setStateMetadata(String namespace, String key, Map<String, byte[]> metadata) throws LedgerException;

    /** Keys from {@code startKey} (inclusive; empty = from the first) to {@code endKey} (exclusive; empty = to the last). */
    ResultsIterator<KeyValue> getStateRange(String namespace, String startKey, String endKey) throws LedgerException;

    /** As {@link #getStateRange} with at most {@code pageSize} results; the simulation must then not write. The next page starts at the bookmark. */
    ResultsPage getStateRangePage(String namespace, String startKey, String endKey, int pageSize) throws LedgerException;

    /** A key's history, newest first. */
    ResultsIterator<KeyModification> getHistory(String namespace, String key) throws LedgerException;

    byte @Nullable [] getPrivateData(String namespace, String collection, String key) throws LedgerException;

    byte @Nullable [] getPrivateDataHash(String namespace, String collection, String key) throws LedgerException;

    Map<String, byte[]> getPrivateDataMetadata(String namespace, String collection, String key) throws LedgerException;

    void putPrivateData(String namespace, String collection, String key, byte[] value) throws LedgerException;

    void deletePrivateData(String namespace, String collection, String key) throws LedgerException;

    void purgePrivateData(String namespace, String collection, String key) throws LedgerException;

    void setPrivateDataMetadata(String namespace, String collection, String key, Map<String, byte[]> metadata) throws LedgerException;

    ResultsIterator<KeyValue> getPrivateDataRange(String namespace, String collection, String startKey, String endKey) throws LedgerException;

    /** Ends the simulation and gives its results. */
    SimulationResult result() throws LedgerException;

    @Override
    void close();
}
