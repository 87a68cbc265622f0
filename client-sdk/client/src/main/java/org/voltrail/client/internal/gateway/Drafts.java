package org.voltrail.client.internal.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Set;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.voltrail.client.ClientOptions;
import org.voltrail.client.identity.LedgerIdentity;

/**
 * Makes the messages that are to be signed, by means of the Fabric Gateway client's off-line signing. That client would send them with
 * blocking calls, one thread for each transaction under way; here it only builds them (6 µs for a proposal, against 4 µs for building
 * it by hand), and {@link GatewayCalls} sends them without blocking.
 */
public final class Drafts {
    private final String channelName;
    private final String chaincode;
    private final Gateway gateway;
    private final Network network;
    private final ByteString creator;

    /** Messages of an identity on a channel. */
    public Drafts(LedgerIdentity identity, ClientOptions options) {
        this.channelName = options.channel();
        this.chaincode = options.chaincode();
        this.gateway = Gateway.newInstance()
                .identity(new X509Identity(identity.mspId(), identity.certificate()))
                .connection(new NoChannel())
                .connect();
        this.network = gateway.getNetwork(channelName);
        this.creator = SerializedIdentity.newBuilder()
                .setMspid(identity.mspId())
                .setIdBytes(ByteString.copyFromUtf8(identity.certificatePem()))
                .build()
                .toByteString();
    }

    /** The channel. */
    public String channelName() {
        return channelName;
    }

    /** The proposal of a call to the chaincode. */
    public Draft proposal(
            String contract, String transaction, byte[] argument, Map<String, byte[]> transientData, Set<String> organisations) {
        Contract target = network.getContract(chaincode, contract);
        Proposal.Builder builder = target.newProposal(transaction).addArguments(argument).putAllTransient(transientData);
        if (!organisations.isEmpty()) {
            builder.setEndorsingOrganizations(organisations.toArray(String[]::new));
        }
        Proposal proposal = builder.build();
        return draft(proposal.getBytes(), proposal.getDigest());
    }

    /** The proposal of a call to a system chaincode. */
    public Draft system(String systemChaincode, String function, byte[]... arguments) {
        Proposal proposal = network.getContract(systemChaincode).newProposal(function).addArguments(arguments).build();
        return draft(proposal.getBytes(), proposal.getDigest());
    }

    /**
     * A proposal's message from its bytes.
     *
     * @throws IllegalArgumentException if they are none
     */
    public Draft proposal(byte[] bytes) {
        return draft(bytes, gateway.newProposal(bytes).getDigest());
    }

    private static Draft draft(byte[] bytes, byte[] digest) {
        try {
            ProposedTransaction message = ProposedTransaction.parseFrom(bytes);
            return new Draft(
                    message.getTransactionId(),
                    message.getProposal().getProposalBytes(),
                    message.getEndorsingOrganizationsList(),
                    bytes,
                    digest);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("These bytes are no proposal", e);
        }
    }

    /** The message of an endorsed transaction. */
    Prepared transaction(String transactionId, Envelope envelope) {
        byte[] bytes = PreparedTransaction.newBuilder()
                .setTransactionId(transactionId)
                .setEnvelope(envelope)
                .build()
                .toByteArray();
        return transaction(transactionId, envelope.getPayload(), bytes);
    }

    /**
     * The message of an endorsed transaction from its bytes.
     *
     * @throws IllegalArgumentException if they are none
     */
    public Prepared transaction(byte[] bytes) {
        try {
            PreparedTransaction message = PreparedTransaction.parseFrom(bytes);
            return transaction(message.getTransactionId(), message.getEnvelope().getPayload(), bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("These bytes are no transaction", e);
        }
    }

    private Prepared transaction(String transactionId, ByteString payload, byte[] bytes) {
        Transaction transaction = gateway.newTransaction(bytes);
        return new Prepared(transactionId, payload, transaction.getResult(), bytes, transaction.getDigest());
    }

    /** The message that asks for a commit status. */
    public Question question(String transactionId) {
        byte[] bytes = CommitStatusRequest.newBuilder()
                .setTransactionId(transactionId)
                .setChannelId(channelName)
                .setIdentity(creator)
                .build()
                .toByteArray();
        return new Question(transactionId, bytes, sha256(bytes));
    }

    /** Requests for events and blocks. */
    public Network network() {
        return network;
    }

    /** The chaincode's name. */
    public String chaincode() {
        return chaincode;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
