package org.voltrail.network.system;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.peer.ChannelInfo;
import org.hyperledger.fabric.protos.peer.ChannelQueryResponse;
import org.hyperledger.fabric.protos.peer.Response;
import org.voltrail.network.access.AccessControl;
import org.voltrail.network.access.AccessDeniedException;
import org.voltrail.network.access.Resource;
import org.voltrail.network.chaincode.SystemChaincode;
import org.voltrail.network.chaincode.TransactionContext;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.peer.Channels;

/** The system chaincode {@code cscc}: channels and their configuration. Peers join channels when the network starts, not through it. */
public final class ConfigQueries implements SystemChaincode {
    private static final String NAME = "cscc";

    private final Channels channels;
    private final AccessControl access;

    public ConfigQueries(Channels channels, AccessControl access) {
        this.channels = channels;
        this.access = access;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Response invoke(TransactionContext transaction, List<ByteString> args) {
        if (args.isEmpty()) {
            return SystemChaincode.failure("Incorrect number of arguments, 0");
        }
        if (!transaction.invokedChaincode().equals(NAME)) {
            return SystemChaincode.failure("Rejecting invoke of CSCC from another chaincode, original invocation for '%s'"
                    .formatted(transaction.invokedChaincode()));
        }
        String function = args.get(0).toStringUtf8();
        return switch (function) {
            case "GetChannels" -> channelList(transaction);
            case "GetConfigBlock", "GetChannelConfig" -> onChannel(transaction, function, args);
            case "JoinChain", "JoinChainBySnapshot", "JoinBySnapshotStatus" ->
                SystemChaincode.failure("UNIMPLEMENTED: the embedded network's peers join their channel when the network starts");
            default -> SystemChaincode.failure("Requested function %s not found.".formatted(function));
        };
    }

    private Response channelList(TransactionContext transaction) {
        try {
            access.check(
                    Resource.CHANNEL_LIST,
                    channels.all().iterator().next().config(),
                    LedgerQueries.signedData(transaction));
        } catch (AccessDeniedException e) {
            return SystemChaincode.failure("access denied for [GetChannels]: " + e.getMessage());
        }
        ChannelQueryResponse.Builder list = ChannelQueryResponse.newBuilder();
        channels.all().forEach(ledger -> list.addChannels(ChannelInfo.newBuilder().setChannelId(ledger.channelId())));
        return SystemChaincode.success(list.build().toByteString());
    }

    private Response onChannel(TransactionContext transaction, String function, List<ByteString> args) {
        if (args.size() < 2) {
            return SystemChaincode.failure("Incorrect number of arguments, " + args.size());
        }
        String channelId = args.get(1).toStringUtf8();
        Optional<ChannelLedger> ledger = channels.find(channelId);
        if (ledger.isEmpty()) {
            return SystemChaincode.failure("access denied for [%s][%s]: Failed to get policy manager for channel [%s]"
                    .formatted(function, channelId, channelId));
        }
        Resource resource = function.equals("GetConfigBlock") ? Resource.CONFIG_BLOCK : Resource.CHANNEL_CONFIG;
        try {
            access.check(resource, ledger.get().config(), LedgerQueries.signedData(transaction));
        } catch (AccessDeniedException e) {
            return SystemChaincode.failure("access denied for [%s][%s]: %s".formatted(function, channelId, e.getMessage()));
        }
        return resource == Resource.CONFIG_BLOCK
                ? configBlock(ledger.get())
                : SystemChaincode.success(ledger.get().config().config().toByteString());
    }

    private static Response configBlock(ChannelLedger ledger) {
        return ledger.block(ledger.lastConfigBlock())
                .map(block -> SystemChaincode.success(block.toByteString()))
                .orElseGet(() -> SystemChaincode.failure("the channel's configuration block cannot be found"));
    }
}
