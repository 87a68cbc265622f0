package org.voltrail.network.chaincode;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.ledger.SimulationResult;
import org.voltrail.network.ledger.LedgerException;
import org.voltrail.network.ledger.Simulator;

/**
 * One transaction's simulation on one peer, shared by the chaincodes that take part in it. Its lock guards the simulator, which a
 * time-out may close while a chaincode still uses it.
 */
public final class TransactionContext implements AutoCloseable {
    private final String channelId;
    private final String txId;
    private final String invokedChaincode;
    private final String creatorMspId;
    private final SignedProposal proposal;
    private final ByteString creator;
    private final @Nullable Simulator simulator;
    private boolean closed;

    /**
     * Begins a transaction.
     *
     * @param channelId the channel, or empty for a proposal to the peer itself
     * @param simulator the simulation, or null where the proposal needs none
     */
    public TransactionContext(
            String channelId,
            String txId,
            String invokedChaincode,
            String creatorMspId,
            ByteString creator,
            SignedProposal proposal,
            @Nullable Simulator simulator) {
        this.channelId = channelId;
        this.txId = txId;
        this.invokedChaincode = invokedChaincode;
        this.creatorMspId = creatorMspId;
        this.creator = creator;
        this.proposal = proposal;
        this.simulator = simulator;
    }

    public String channelId() {
        return channelId;
    }

    public String txId() {
        return txId;
    }

    /** The chaincode that the proposal names, as opposed to one that another chaincode calls. */
    public String invokedChaincode() {
        return invokedChaincode;
    }

    public String creatorMspId() {
        return creatorMspId;
    }

    /** The serialised identity of the proposal's creator. */
    public ByteString creator() {
        return creator;
    }

    public SignedProposal proposal() {
        return proposal;
    }

    /** The same transaction on another channel, with that channel's simulation. */
    TransactionContext onChannel(String otherChannelId, Simulator otherSimulator) {
        return new TransactionContext(otherChannelId, txId, invokedChaincode, creatorMspId, creator, proposal, otherSimulator);
    }

    /**
     * Uses the simulator while nobody else does.
     *
     * @throws LedgerException when the ledger refuses, or the transaction is over
     */
    public synchronized <T extends @Nullable Object> T withSimulator(SimulatorUse<T> use) throws LedgerException {
        if (closed || simulator == null) {
            throw new LedgerException("no ledger context");
        }
        return use.apply(simulator);
    }

    /** The simulation's results; ends the simulation. */
    public SimulationResult result() throws LedgerException {
        return withSimulator(Simulator::result);
    }

    @Override
    public synchronized void close() {
        if (!closed && simulator != null) {
            simulator.close();
        }
        closed = true;
    }

    /** Something to do with a simulator. */
    @FunctionalInterface
    public interface SimulatorUse<T extends @Nullable Object> {
        T apply(Simulator simulator) throws LedgerException;
    }
}
