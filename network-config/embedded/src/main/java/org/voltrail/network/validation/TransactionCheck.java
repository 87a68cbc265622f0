package org.voltrail.network.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.Arrays;
import java.util.List;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.network.crypto.Sha256;
import org.voltrail.network.identity.Identity;
import org.voltrail.network.identity.MspException;
import org.voltrail.network.rwset.TxRwSet;
import org.voltrail.network.wire.Wire;

/**
 * Checks one transaction by itself: form, creator, transaction id, proposal hash, duplicates in the ledger, and the endorsement
 * policies as of the block before. Thread-safe, so that the transactions of a block can be checked side by side.
 */
final class TransactionCheck {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionCheck.class);

    private final ValidationContext context;
    private final EndorsementCheck endorsements;

    TransactionCheck(ValidationContext context, EndorsementCheck endorsements) {
        this.context = context;
        this.endorsements = endorsements;
    }

    /** Checks the envelope at an index of a block. */
    CheckedTransaction check(int index, ByteString envelopeBytes) {
        CheckedTransaction tx = new CheckedTransaction(index);
        try {
            check(tx, envelopeBytes);
            tx.code(TxValidationCode.VALID);
        } catch (InvalidTransactionException e) {
            LOG.debug("Transaction {} at index {} is invalid: {} ({})", tx.txId(), index, e.code(), e.getMessage());
            tx.code(e.code());
        }
        return tx;
    }

    private void check(CheckedTransaction tx, ByteString envelopeBytes) throws InvalidTransactionException {
        Envelope envelope = parse(Envelope.parser(), envelopeBytes, TxValidationCode.INVALID_OTHER_REASON);
        Payload payload = parse(Payload.parser(), envelope.getPayload(), TxValidationCode.BAD_PAYLOAD);
        ChannelHeader channelHeader = channelHeader(payload);
        tx.header(channelHeader.getTxId(), channelHeader.getTimestamp());
        SignatureHeader signatureHeader = signatureHeader(payload.getHeader().getSignatureHeader(), TxValidationCode.BAD_COMMON_HEADER);
        checkType(channelHeader);
        checkCreator(channelHeader, signatureHeader, envelope);
        switch (HeaderType.forNumber(channelHeader.getType())) {
            case ENDORSER_TRANSACTION -> checkEndorserTransaction(tx, payload, channelHeader, signatureHeader);
            case CONFIG -> readConfig(tx, payload);
            default -> throw new InvalidTransactionException(TxValidationCode.UNSUPPORTED_TX_PAYLOAD, "a configuration update in a block");
        }
    }

    private static ChannelHeader channelHeader(Payload payload) throws InvalidTransactionException {
        if (!payload.hasHeader()) {
            throw new InvalidTransactionException(TxValidationCode.BAD_COMMON_HEADER, "nil header");
        }
        return parse(ChannelHeader.parser(), payload.getHeader().getChannelHeader(), TxValidationCode.BAD_COMMON_HEADER);
    }

    private static SignatureHeader signatureHeader(ByteString bytes, TxValidationCode code) throws InvalidTransactionException {
        SignatureHeader header = parse(SignatureHeader.parser(), bytes, code);
        if (header.getNonce().isEmpty() || header.getCreator().isEmpty()) {
            throw new InvalidTransactionException(code, "invalid nonce or creator specified in the header");
        }
        return header;
    }

    private static void checkType(ChannelHeader header) throws InvalidTransactionException {
        boolean known = header.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE
                || header.getType() == HeaderType.CONFIG_VALUE
                || header.getType() == HeaderType.CONFIG_UPDATE_VALUE;
        if (!known || header.getEpoch() != 0) {
            throw new InvalidTransactionException(TxValidationCode.BAD_COMMON_HEADER, "invalid header type or epoch");
        }
    }

    private void checkCreator(ChannelHeader channelHeader, SignatureHeader header, Envelope envelope) throws InvalidTransactionException {
        if (!channelHeader.getChannelId().equals(context.config().channelId())) {
            throw new InvalidTransactionException(TxValidationCode.BAD_CREATOR_SIGNATURE, "another channel's transaction");
        }
        try {
            Identity creator = context.config().msps().deserialize(header.getCreator());
            context.config().msps().validateMembership(creator);
            if (!creator.verify(envelope.getPayload().toByteArray(), envelope.getSignature().toByteArray())) {
                throw new InvalidTransactionException(TxValidationCode.BAD_CREATOR_SIGNATURE, "The signature is invalid");
            }
        } catch (MspException e) {
            throw new InvalidTransactionException(TxValidationCode.BAD_CREATOR_SIGNATURE, String.valueOf(e.getMessage()));
        }
    }

    private static void readConfig(CheckedTransaction tx, Payload payload) throws InvalidTransactionException {
        TxValidationCode code = TxValidationCode.INVALID_CONFIG_TRANSACTION;
        if (payload.getData().isEmpty()) {
            throw new InvalidTransactionException(code, "nil arguments");
        }
        tx.config(new CheckedTransaction.Config(payload.getData(), parse(ConfigEnvelope.parser(), payload.getData(), code)));
    }

    private void checkEndorserTransaction(
            CheckedTransaction tx, Payload payload, ChannelHeader channelHeader, SignatureHeader signatureHeader)
            throws InvalidTransactionException {
        checkTxId(channelHeader, signatureHeader);
        TransactionAction outerAction = onlyAction(payload);
        ChaincodeActionPayload action = actionPayload(payload, outerAction);
        ByteString responseBytes = action.getAction().getProposalResponsePayload();
        ProposalResponsePayload response =
                parse(ProposalResponsePayload.parser(), responseBytes, TxValidationCode.INVALID_ENDORSER_TRANSACTION);
        checkProposalHash(payload, outerAction, action, response);
        if (context.hasTransaction(channelHeader.getTxId())) {
            throw new InvalidTransactionException(TxValidationCode.DUPLICATE_TXID, "the ledger has a transaction with this id");
        }
        ChaincodeHeaderExtension extension = parse(
                ChaincodeHeaderExtension.parser(), channelHeader.getExtension(), TxValidationCode.BAD_HEADER_EXTENSION);
        ChaincodeAction result = result(response);
        TxRwSet rwset = rwset(result);
        tx.rwset(rwset);
        checkChaincode(extension, result);
        checkEvent(extension, result);
        checkNamespaces(rwset);
        endorsements.check(extension.getChaincodeId().getName(), rwset, responseBytes, action.getAction().getEndorsementsList());
    }

    private static void checkTxId(ChannelHeader channelHeader, SignatureHeader header) throws InvalidTransactionException {
        if (!Wire.transactionId(header.getNonce(), header.getCreator()).equals(channelHeader.getTxId())) {
            throw new InvalidTransactionException(TxValidationCode.BAD_PROPOSAL_TXID, "invalid txid");
        }
    }

    private static TransactionAction onlyAction(Payload payload) throws InvalidTransactionException {
        TxValidationCode code = TxValidationCode.INVALID_ENDORSER_TRANSACTION;
        List<TransactionAction> actions = parse(Transaction.parser(), payload.getData(), code).getActionsList();
        if (actions.size() != 1) {
            throw new InvalidTransactionException(code, "only one action per transaction is supported");
        }
        signatureHeader(actions.get(0).getHeader(), code);
        return actions.get(0);
    }

    private static ChaincodeActionPayload actionPayload(Payload payload, TransactionAction outerAction)
            throws InvalidTransactionException {
        TxValidationCode code = TxValidationCode.INVALID_ENDORSER_TRANSACTION;
        ChaincodeActionPayload action = parse(ChaincodeActionPayload.parser(), outerAction.getPayload(), code);
        if (action.getChaincodeProposalPayload().isEmpty() || payload.getHeader().getChannelHeader().isEmpty()) {
            throw new InvalidTransactionException(code, "nil arguments");
        }
        return action;
    }

    /** The proposal's hash: its two headers, of which the action repeats the second, and its payload as it is in the transaction. */
    private static void checkProposalHash(
            Payload payload, TransactionAction outerAction, ChaincodeActionPayload action, ProposalResponsePayload response)
            throws InvalidTransactionException {
        byte[] expected = Sha256.of(
                payload.getHeader().getChannelHeader(), outerAction.getHeader(), action.getChaincodeProposalPayload());
        if (!Arrays.equals(expected, response.getProposalHash().toByteArray())) {
            throw new InvalidTransactionException(TxValidationCode.INVALID_ENDORSER_TRANSACTION, "proposal hash does not match");
        }
    }

    private static ChaincodeAction result(ProposalResponsePayload response) throws InvalidTransactionException {
        if (response.getExtension().isEmpty()) {
            throw new InvalidTransactionException(TxValidationCode.BAD_RESPONSE_PAYLOAD, "response payload is missing extension");
        }
        return parse(ChaincodeAction.parser(), response.getExtension(), TxValidationCode.BAD_RESPONSE_PAYLOAD);
    }

    private static TxRwSet rwset(ChaincodeAction result) throws InvalidTransactionException {
        try {
            return TxRwSet.parse(result.getResults());
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidTransactionException(TxValidationCode.BAD_RWSET, String.valueOf(e.getMessage()));
        }
    }

    private static void checkChaincode(ChaincodeHeaderExtension extension, ChaincodeAction result) throws InvalidTransactionException {
        if (!extension.hasChaincodeId() || !result.hasChaincodeId()) {
            throw new InvalidTransactionException(TxValidationCode.INVALID_OTHER_REASON, "nil ChaincodeId");
        }
        String name = extension.getChaincodeId().getName();
        if (name.isEmpty() || !name.equals(result.getChaincodeId().getName()) || result.getChaincodeId().getVersion().isEmpty()) {
            throw new InvalidTransactionException(TxValidationCode.INVALID_CHAINCODE, "missing or inconsistent chaincode name or version");
        }
    }

    private static void checkEvent(ChaincodeHeaderExtension extension, ChaincodeAction result) throws InvalidTransactionException {
        if (result.getEvents().isEmpty()) {
            return;
        }
        ChaincodeEvent event = parse(ChaincodeEvent.parser(), result.getEvents(), TxValidationCode.INVALID_OTHER_REASON);
        if (!event.getChaincodeId().equals(extension.getChaincodeId().getName())) {
            throw new InvalidTransactionException(TxValidationCode.INVALID_OTHER_REASON, "another chaincode's event");
        }
    }

    private static void checkNamespaces(TxRwSet rwset) throws InvalidTransactionException {
        long distinct = rwset.namespaces().stream().map(TxRwSet.Namespace::name).distinct().count();
        if (distinct != rwset.namespaces().size()) {
            throw new InvalidTransactionException(TxValidationCode.ILLEGAL_WRITESET, "duplicate namespace in txRWSet");
        }
    }

    private static <T extends MessageLite> T parse(Parser<T> parser, ByteString bytes, TxValidationCode code)
            throws InvalidTransactionException {
        try {
            return Wire.parse(parser, bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidTransactionException(code, String.valueOf(e.getMessage()));
        }
    }
}
