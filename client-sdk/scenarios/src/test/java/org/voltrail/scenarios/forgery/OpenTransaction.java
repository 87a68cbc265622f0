package org.voltrail.scenarios.forgery;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.offline.UnsignedTransaction;

/**
 * An endorsed transaction taken apart to be changed.
 *
 * @param <R> type of the command's answer
 */
public final class OpenTransaction<R> {
    private final UnsignedTransaction<R> genuine;
    private final Payload payload;
    private final Transaction transaction;
    private final ChannelHeader.Builder channelHeader;
    private final SignatureHeader.Builder signatureHeader;
    private final ChaincodeActionPayload.Builder action;

    private OpenTransaction(UnsignedTransaction<R> genuine) throws InvalidProtocolBufferException {
        this.genuine = genuine;
        this.payload = Payload.parseFrom(PreparedTransaction.parseFrom(genuine.bytes()).getEnvelope().getPayload());
        this.transaction = Transaction.parseFrom(payload.getData());
        this.channelHeader = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader()).toBuilder();
        this.signatureHeader = SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader()).toBuilder();
        this.action = ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload()).toBuilder();
    }

    /** Takes a transaction apart. */
    public static <R> OpenTransaction<R> of(UnsignedTransaction<R> transaction) {
        try {
            return new OpenTransaction<>(transaction);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The endorsements it carries. */
    public List<Endorsement> endorsements() {
        return action.getAction().getEndorsementsList();
    }

    /** MSP ids of those who endorsed it, in the order of the endorsements. */
    public List<String> endorsers() {
        return endorsements().stream().map(OpenTransaction::endorser).toList();
    }

    private static String endorser(Endorsement endorsement) {
        try {
            return SerializedIdentity.parseFrom(endorsement.getEndorser()).getMspid();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Gives it other endorsements. */
    public OpenTransaction<R> endorsements(List<Endorsement> others) {
        action.getActionBuilder().clearEndorsements().addAllEndorsements(others);
        return this;
    }

    /** Gives it another transaction id than nonce and creator make. */
    public OpenTransaction<R> transactionId(String id) {
        channelHeader.setTxId(id);
        return this;
    }

    /** Gives it another nonce than the one its transaction id was made with. */
    public OpenTransaction<R> nonce(byte[] nonce) {
        signatureHeader.setNonce(ByteString.copyFrom(nonce));
        return this;
    }

    /** Names another identity as the one who submits. */
    public OpenTransaction<R> creator(LedgerIdentity identity) {
        signatureHeader.setCreator(SerializedIdentity.newBuilder()
                .setMspid(identity.mspId())
                .setIdBytes(ByteString.copyFromUtf8(identity.certificatePem()))
                .build()
                .toByteString());
        return this;
    }

    /** Puts another text in the place of one of the same length that stands in what is to be written to the ledger. */
    public OpenTransaction<R> writes(String target, String replacement) {
        try {
            ProposalResponsePayload.Builder response =
                    ProposalResponsePayload.parseFrom(action.getAction().getProposalResponsePayload()).toBuilder();
            ChaincodeAction.Builder result = ChaincodeAction.parseFrom(response.getExtension()).toBuilder();
            result.setResults(Bytes.replace(result.getResults(), target, replacement));
            response.setExtension(result.build().toByteString());
            action.getActionBuilder().setProposalResponsePayload(response.build().toByteString());
            return this;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Puts another text in the place of one of the same length that stands in the command that was endorsed. */
    public OpenTransaction<R> command(String target, String replacement) {
        action.setChaincodeProposalPayload(Bytes.replace(action.getChaincodeProposalPayload(), target, replacement));
        return this;
    }

    /** Puts it together again, for the client to sign. */
    public UnsignedTransaction<R> closed(VoltrailClient client) {
        Transaction changed = transaction.toBuilder()
                .setActions(0, transaction.getActions(0).toBuilder().setPayload(action.build().toByteString()))
                .build();
        Payload.Builder reworked = payload.toBuilder().setData(changed.toByteString());
        reworked.getHeaderBuilder()
                .setChannelHeader(channelHeader.build().toByteString())
                .setSignatureHeader(signatureHeader.build().toByteString());
        PreparedTransaction prepared = PreparedTransaction.newBuilder()
                .setTransactionId(channelHeader.getTxId())
                .setEnvelope(Envelope.newBuilder().setPayload(reworked.build().toByteString()))
                .build();
        return client.offline().readTransaction(prepared.toByteArray(), genuine.commandId(), genuine.resultType());
    }
}
