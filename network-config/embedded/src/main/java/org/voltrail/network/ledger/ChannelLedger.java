package org.voltrail.network.ledger;

import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.lifecycle.ChaincodeDefinition;

/**
 * One channel's ledger, shared by the peers of the embedded network: one chain of blocks and one public state, and for each
 * organisation its own store of private data. Thread-safe; {@link #commit} is called by one thread at a time.
 */
public interface ChannelLedger extends AutoCloseable {
    String channelId();

    /** Number of blocks; the next block's number. */
    long height();

    BlockchainInfo info();

    /** The configuration in force after the last committed block. */
    ChannelConfig config();

    /** The number of the last block that holds a configuration. */
    long lastConfigBlock();

    /** The committed definition of a chaincode, read from the {@code _lifecycle} namespace of the state. */
    Optional<ChaincodeDefinition> chaincode(String name);

    Optional<Block> block(long number);

    Optional<Block> blockByHash(byte[] headerHash);

    /** The block that holds the transaction, whether valid or not. */
    Optional<Block> blockByTxId(String txId);

    Optional<Envelope> transaction(String txId);

    Optional<TransactionStatus> status(String txId);

    /**
     * Starts a simulation on the last committed state, as seen by the peer of {@code peerMspId} (which private data it holds).
     *
     * @param creatorMspId the proposal's creator, for {@code memberOnlyRead} and {@code memberOnlyWrite}
     */
    Simulator simulate(String peerMspId, String txId, String creatorMspId);

    /** Keeps a transaction's private writes for the member organisations until its block comes (the transient store). */
    void stagePrivateData(String txId, TxPvtReadWriteSet privateWrites);

    /** The plaintext private writes of a block that {@code mspId} is a member of, by index of the transaction in the block. */
    Map<Integer, TxPvtReadWriteSet> privateData(long blockNumber, String mspId);

    /**
     * Validates an ordered block (number = {@link #height()}, orderer signatures in its metadata), fills in the transactions
     * filter and commit hash, forces it to disk, applies it to the state and then tells the listeners.
     * When this returns, a killed process loses nothing of it.
     *
     * @return the block with its complete metadata
     */
    Block commit(Block ordered);

    /** Listeners are called in block order, after the block is durable and the state applied. They must be quick and must not throw. */
    void addListener(CommitListener listener);

    void removeListener(CommitListener listener);

    @Override
    void close();

    /** Told of each committed block. */
    @FunctionalInterface
    interface CommitListener {
        void committed(Block block);
    }
}
