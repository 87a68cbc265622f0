package org.voltrail.network.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.stream.IntStream;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.voltrail.network.rwset.TxRwSet;
import org.voltrail.network.wire.Wire;

/** Reads transactions that have been judged. */
public final class TransactionReader {
    private TransactionReader() {}

    static List<CheckedTransaction> readAll(Block block, byte[] filter) {
        List<ByteString> envelopes = block.getData().getDataList();
        if (filter.length != envelopes.size()) {
            throw new IllegalArgumentException("block " + block.getHeader().getNumber() + " has a transactions filter of another length");
        }
        return IntStream.range(0, envelopes.size()).mapToObj(i -> read(i, envelopes.get(i), filter[i])).toList();
    }

    /**
     * Reads a transaction that is known to be valid.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    public static CheckedTransaction readValid(ByteString envelope) {
        return read(0, envelope, (byte) TxValidationCode.VALID_VALUE);
    }

    private static CheckedTransaction read(int index, ByteString envelope, byte code) {
        CheckedTransaction tx = new CheckedTransaction(index);
        tx.code(TxValidationCode.forNumber(code & 0xff));
        try {
            read(tx, envelope);
        } catch (InvalidProtocolBufferException e) {
            if (tx.isValid()) {
                throw new IllegalArgumentException("a valid transaction is unreadable", e);
            }
        }
        return tx;
    }

    private static void read(CheckedTransaction tx, ByteString bytes) throws InvalidProtocolBufferException {
        Payload payload = Wire.parse(Payload.parser(), Wire.parse(Envelope.parser(), bytes).getPayload());
        ChannelHeader header = Wire.parse(ChannelHeader.parser(), payload.getHeader().getChannelHeader());
        tx.header(header.getTxId(), header.getTimestamp());
        if (!tx.isValid()) {
            return;
        }
        if (header.getType() == HeaderType.CONFIG_VALUE) {
            ConfigEnvelope envelope = Wire.parse(ConfigEnvelope.parser(), payload.getData());
            tx.config(new CheckedTransaction.Config(payload.getData(), envelope));
        } else {
            tx.rwset(rwset(payload));
        }
    }

    private static TxRwSet rwset(Payload payload) throws InvalidProtocolBufferException {
        Transaction transaction = Wire.parse(Transaction.parser(), payload.getData());
        ChaincodeActionPayload action = Wire.parse(ChaincodeActionPayload.parser(), transaction.getActions(0).getPayload());
        ProposalResponsePayload response =
                Wire.parse(ProposalResponsePayload.parser(), action.getAction().getProposalResponsePayload());
        return TxRwSet.parse(Wire.parse(ChaincodeAction.parser(), response.getExtension()).getResults());
    }
}
