package org.voltrail.network.lifecycle;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.lifecycle.ApproveChaincodeDefinitionForMyOrgArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.CheckCommitReadinessArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.CommitChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.GetInstalledChaincodePackageArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.InstallChaincodeArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryApprovedChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryInstalledChaincodeArgs;
import org.voltrail.network.access.AccessControl;
import org.voltrail.network.access.AccessDeniedException;
import org.voltrail.network.access.Resource;
import org.voltrail.network.chaincode.SystemChaincode;
import org.voltrail.network.chaincode.TransactionContext;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.ledger.LedgerException;
import org.voltrail.network.peer.Channels;
import org.voltrail.network.policy.SignedData;

/** The system chaincode {@code _lifecycle} of one peer: it takes the call apart, checks access and hands on. */
public final class LifecycleChaincode implements SystemChaincode {
    private final Channels channels;
    private final AccessControl access;
    private final Installation installation;
    private final Agreement agreement;

    /** The lifecycle of a peer of {@code mspId} whose packages {@code catalogue} keeps. */
    public LifecycleChaincode(String mspId, Channels channels, AccessControl access, ChaincodeCatalogue catalogue) {
        this.channels = channels;
        this.access = access;
        this.installation = new Installation(catalogue);
        this.agreement = new Agreement(mspId);
    }

    @Override
    public String name() {
        return LifecycleState.NAMESPACE;
    }

    @Override
    public Response invoke(TransactionContext transaction, List<ByteString> args) {
        if (args.size() != 2) {
            return SystemChaincode.failure(args.isEmpty()
                    ? "lifecycle scc must be invoked with arguments"
                    : "lifecycle scc operations require exactly two arguments but received " + args.size());
        }
        String function = args.get(0).toStringUtf8();
        try {
            checkAccess(function, transaction);
            return SystemChaincode.success(dispatch(function, args.get(1), transaction).toByteString());
        } catch (AccessDeniedException e) {
            return SystemChaincode.failure("Failed to authorize invocation due to failed ACL check: " + e.getMessage());
        } catch (LifecycleException e) {
            return failure(function, e);
        } catch (LedgerException e) {
            return failure(function, new LifecycleException(String.valueOf(e.getMessage())));
        }
    }

    private static Response failure(String function, LifecycleException e) {
        return e.status() == 404
                ? Response.newBuilder().setStatus(404).setMessage(e.getMessage()).build()
                : SystemChaincode.failure("failed to invoke backing implementation of '%s': %s".formatted(function, e.getMessage()));
    }

    private void checkAccess(String function, TransactionContext transaction) throws AccessDeniedException {
        String resourceId = LifecycleState.NAMESPACE + "/" + function;
        Optional<Resource> resource = Arrays.stream(Resource.values()).filter(known -> known.id().equals(resourceId)).findFirst();
        SignedData proposal = new SignedData(
                transaction.proposal().getProposalBytes().toByteArray(),
                transaction.creator(),
                transaction.proposal().getSignature().toByteArray());
        access.check(
                resource.orElseThrow(() -> new AccessDeniedException("Unmapped policy for " + resourceId)),
                configFor(transaction.channelId()),
                proposal);
    }

    private ChannelConfig configFor(String channelId) throws AccessDeniedException {
        Optional<ChannelLedger> ledger = channelId.isEmpty() ? channels.all().stream().findFirst() : channels.find(channelId);
        return ledger.orElseThrow(() -> new AccessDeniedException("Failed to get policy manager for channel [%s]".formatted(channelId)))
                .config();
    }

    private MessageLite dispatch(String function, ByteString args, TransactionContext transaction)
            throws LifecycleException, LedgerException {
        return switch (function) {
            case "InstallChaincode" -> installation.install(parse(InstallChaincodeArgs.parser(), args, function));
            case "QueryInstalledChaincode" -> installation.query(parse(QueryInstalledChaincodeArgs.parser(), args, function));
            case "QueryInstalledChaincodes" -> installation.queryAll();
            case "GetInstalledChaincodePackage" ->
                installation.getPackage(parse(GetInstalledChaincodePackageArgs.parser(), args, function));
            default -> dispatchOnChannel(function, args, transaction);
        };
    }

    private MessageLite dispatchOnChannel(String function, ByteString args, TransactionContext transaction)
            throws LifecycleException, LedgerException {
        Agreement.Call call = new Agreement.Call(channelConfig(transaction.channelId()), transaction);
        return switch (function) {
            case "ApproveChaincodeDefinitionForMyOrg" ->
                agreement.approve(call, parse(ApproveChaincodeDefinitionForMyOrgArgs.parser(), args, function));
            case "QueryApprovedChaincodeDefinition" ->
                agreement.queryApproved(call, parse(QueryApprovedChaincodeDefinitionArgs.parser(), args, function));
            case "QueryApprovedChaincodeDefinitions" -> agreement.queryAllApproved(call);
            case "CheckCommitReadiness" -> agreement.readiness(call, parse(CheckCommitReadinessArgs.parser(), args, function));
            case "CommitChaincodeDefinition" -> agreement.commit(call, parse(CommitChaincodeDefinitionArgs.parser(), args, function));
            case "QueryChaincodeDefinition" ->
                agreement.queryCommitted(call, parse(QueryChaincodeDefinitionArgs.parser(), args, function));
            case "QueryChaincodeDefinitions" -> agreement.queryAllCommitted(call);
            default -> throw new LifecycleException("receiver does not support function '%s'".formatted(function));
        };
    }

    private ChannelConfig channelConfig(String channelId) throws LifecycleException {
        return channels.find(channelId)
                .orElseThrow(() -> new LifecycleException("no application config for channel '%s'".formatted(channelId)))
                .config();
    }

    private static <T> T parse(Parser<T> parser, ByteString args, String function) throws LifecycleException {
        try {
            return parser.parseFrom(args);
        } catch (InvalidProtocolBufferException e) {
            throw new LifecycleException("could not decode input arg for '%s': %s".formatted(function, e.getMessage()));
        }
    }
}
