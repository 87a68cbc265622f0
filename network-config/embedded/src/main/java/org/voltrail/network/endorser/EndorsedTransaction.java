package org.voltrail.network.endorser;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/** Makes transactions of endorsed proposals. */
public final class EndorsedTransaction {
    private EndorsedTransaction() {}

    /**
     * The payload of the transaction's envelope, to be signed by the proposal's creator.
     *
     * @param responsePayload the payload that all endorsers signed
     */
    public static ByteString payload(UnpackedProposal proposal, ByteString responsePayload, List<Endorsement> endorsements) {
        ChaincodeEndorsedAction action = ChaincodeEndorsedAction.newBuilder()
                .setProposalResponsePayload(responsePayload)
                .addAllEndorsements(endorsements)
                .build();
        ByteString actionPayload = ChaincodeActionPayload.newBuilder()
                .setChaincodeProposalPayload(proposal.publicPayload())
                .setAction(action)
                .build()
                .toByteString();
        ByteString transaction = Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder()
                        .setHeader(proposal.header().getSignatureHeader())
                        .setPayload(actionPayload))
                .build()
                .toByteString();
        return Payload.newBuilder().setHeader(proposal.header()).setData(transaction).build().toByteString();
    }
}
