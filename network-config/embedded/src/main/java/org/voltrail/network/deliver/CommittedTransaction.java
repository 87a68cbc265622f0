package org.voltrail.network.deliver;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.voltrail.network.wire.ParsedEnvelope;
import org.voltrail.network.wire.Wire;

/** A transaction of a committed block, valid or not. */
public final class CommittedTransaction {
    private final ParsedEnvelope envelope;
    private final TxValidationCode code;

    CommittedTransaction(ParsedEnvelope envelope, TxValidationCode code) {
        this.envelope = envelope;
        this.code = code;
    }

    public String channelId() {
        return envelope.channelHeader().getChannelId();
    }

    public String txId() {
        return envelope.channelHeader().getTxId();
    }

    /** The header's type as a number; {@link HeaderType} may not know it. */
    public int type() {
        return envelope.channelHeader().getType();
    }

    public TxValidationCode code() {
        return code;
    }

    public boolean isValid() {
        return code == TxValidationCode.VALID;
    }

    boolean isEndorserTransaction() {
        return type() == HeaderType.ENDORSER_TRANSACTION_VALUE;
    }

    /** Whether the proposal was for the chaincode. */
    public boolean invokes(String chaincodeName) {
        if (!isEndorserTransaction()) {
            return false;
        }
        try {
            ByteString extension = envelope.channelHeader().getExtension();
            return Wire.parse(ChaincodeHeaderExtension.parser(), extension).getChaincodeId().getName().equals(chaincodeName);
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    /** The events in the transaction's actions; those of an invalid transaction never happened. */
    public List<ChaincodeEvent> events() {
        if (!isEndorserTransaction()) {
            return List.of();
        }
        try {
            return events(Wire.parse(Transaction.parser(), envelope.payload().getData()));
        } catch (InvalidProtocolBufferException e) {
            return List.of();
        }
    }

    private static List<ChaincodeEvent> events(Transaction transaction) throws InvalidProtocolBufferException {
        List<ChaincodeEvent> events = new ArrayList<>(1);
        for (TransactionAction action : transaction.getActionsList()) {
            ChaincodeEvent event = event(action);
            if (!event.getChaincodeId().isEmpty() && !event.getEventName().isEmpty() && !event.getTxId().isEmpty()) {
                events.add(event);
            }
        }
        return events;
    }

    private static ChaincodeEvent event(TransactionAction action) throws InvalidProtocolBufferException {
        ChaincodeActionPayload payload = Wire.parse(ChaincodeActionPayload.parser(), action.getPayload());
        ProposalResponsePayload response =
                Wire.parse(ProposalResponsePayload.parser(), payload.getAction().getProposalResponsePayload());
        ChaincodeAction chaincodeAction = Wire.parse(ChaincodeAction.parser(), response.getExtension());
        return Wire.parse(ChaincodeEvent.parser(), chaincodeAction.getEvents());
    }
}
