package org.voltrail.network.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.rwset.TxRwSet;

/** A transaction of a block as validation goes on: what is in it and how it stands. Not thread-safe. */
public final class CheckedTransaction {
    private final int index;
    private TxValidationCode code = TxValidationCode.NOT_VALIDATED;
    private String txId = "";
    private Timestamp timestamp = Timestamp.getDefaultInstance();
    private @Nullable TxRwSet rwset;
    private @Nullable Config config;

    /** A configuration transaction: its bytes and what they mean. */
    public record Config(ByteString bytes, ConfigEnvelope envelope) {}

    CheckedTransaction(int index) {
        this.index = index;
    }

    /** The transaction's index in the block. */
    public int index() {
        return index;
    }

    /** How the transaction stands. */
    public TxValidationCode code() {
        return code;
    }

    /** Whether nothing has been found against it (yet). */
    public boolean isValid() {
        return code == TxValidationCode.VALID;
    }

    /** The id in the channel header; empty where there is none or the header is unreadable. */
    public String txId() {
        return txId;
    }

    /** The time in the channel header. */
    public Timestamp timestamp() {
        return timestamp;
    }

    /** The read-write set of an endorser transaction that got so far as to have it read. */
    public Optional<TxRwSet> rwset() {
        return Optional.ofNullable(rwset);
    }

    /** The configuration, where this is a configuration transaction. */
    public Optional<Config> config() {
        return Optional.ofNullable(config);
    }

    void code(TxValidationCode newCode) {
        code = newCode;
    }

    void header(String id, Timestamp time) {
        txId = id;
        timestamp = time;
    }

    void rwset(TxRwSet newRwset) {
        rwset = newRwset;
    }

    void config(Config newConfig) {
        config = newConfig;
    }
}
