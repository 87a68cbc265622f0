package org.voltrail.network.system;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;
import org.hyperledger.fabric.protos.peer.Response;
import org.voltrail.network.access.AccessControl;
import org.voltrail.network.access.AccessDeniedException;
import org.voltrail.network.access.Resource;
import org.voltrail.network.chaincode.SystemChaincode;
import org.voltrail.network.chaincode.TransactionContext;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.peer.Channels;
import org.voltrail.network.policy.SignedData;

/** The system chaincode {@code qscc}: blocks and transactions of a channel. */
public final class LedgerQueries implements SystemChaincode {
    private static final String NAME = "qscc";

    private final Channels channels;
    private final AccessControl access;

    public LedgerQueries(Channels channels, AccessControl access) {
        this.channels = channels;
        this.access = access;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Response invoke(TransactionContext transaction, List<ByteString> args) {
        if (args.size() < 2) {
            return SystemChaincode.failure("Incorrect number of arguments, " + args.size());
        }
        String function = args.get(0).toStringUtf8();
        String channelId = args.get(1).toStringUtf8();
        if (!transaction.invokedChaincode().equals(NAME)) {
            return SystemChaincode.failure(
                    "Rejecting invoke of QSCC from another chaincode because of potential for deadlocks, original invocation for '%s'"
                            .formatted(transaction.invokedChaincode()));
        }
        if (!function.equals("GetChainInfo") && args.size() < 3) {
            return SystemChaincode.failure("missing 3rd argument for " + function);
        }
        return channels.find(channelId)
                .map(ledger -> query(transaction, ledger, function, args))
                .orElseGet(() -> SystemChaincode.failure("Invalid chain ID, " + channelId));
    }

    private Response query(TransactionContext transaction, ChannelLedger ledger, String function, List<ByteString> args) {
        try {
            access.check(resource(function), ledger.config(), signedData(transaction));
        } catch (AccessDeniedException e) {
            return SystemChaincode.failure("access denied for [%s][%s]: [%s]".formatted(function, ledger.channelId(), e.getMessage()));
        }
        return switch (function) {
            case "GetChainInfo" -> SystemChaincode.success(ledger.info().toByteString());
            case "GetBlockByNumber" -> blockByNumber(ledger, args.get(2).toStringUtf8());
            case "GetBlockByHash" -> blockByHash(ledger, args.get(2));
            case "GetTransactionByID" -> transaction(ledger, args.get(2).toStringUtf8());
            default -> blockByTransaction(ledger, args.get(2).toStringUtf8());
        };
    }

    private static Resource resource(String function) throws AccessDeniedException {
        String id = NAME + "/" + function;
        return Arrays.stream(Resource.values())
                .filter(resource -> resource.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AccessDeniedException("Unmapped policy for " + id));
    }

    static SignedData signedData(TransactionContext transaction) {
        return new SignedData(
                transaction.proposal().getProposalBytes().toByteArray(),
                transaction.creator(),
                transaction.proposal().getSignature().toByteArray());
    }

    private static Response blockByNumber(ChannelLedger ledger, String text) {
        try {
            long number = Long.parseUnsignedLong(text);
            return found(ledger.block(number), "Failed to get block number %s, error no such block number [%s] in index".formatted(text, text));
        } catch (NumberFormatException e) {
            return SystemChaincode.failure(
                    "Failed to parse block number with error strconv.ParseUint: parsing \"%s\": invalid syntax".formatted(text));
        }
    }

    private static Response blockByHash(ChannelLedger ledger, ByteString hash) {
        return found(
                ledger.blockByHash(hash.toByteArray()),
                "Failed to get block hash %s, error no such block hash [%s] in index".formatted(hash.toStringUtf8(), hex(hash)));
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static Response transaction(ChannelLedger ledger, String txId) {
        Optional<ProcessedTransaction> transaction = ledger.transaction(txId)
                .flatMap(envelope -> ledger.status(txId).map(status -> ProcessedTransaction.newBuilder()
                        .setTransactionEnvelope(envelope)
                        .setValidationCode(status.code().getNumber())
                        .build()));
        return found(transaction, "Failed to get transaction with id %1$s, error no such transaction ID [%1$s] in index".formatted(txId));
    }

    private static Response blockByTransaction(ChannelLedger ledger, String txId) {
        return found(
                ledger.blockByTxId(txId),
                "Failed to get block for txID %1$s, error no such transaction ID [%1$s] in index".formatted(txId));
    }

    private static Response found(Optional<? extends MessageLite> message, String otherwise) {
        return message.map(known -> SystemChaincode.success(known.toByteString()))
                .orElseGet(() -> SystemChaincode.failure(otherwise));
    }
}
