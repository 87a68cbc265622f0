package org.voltrail.network.discovery;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.discovery.AuthInfo;
import org.hyperledger.fabric.protos.discovery.ChaincodeQueryResult;
import org.hyperledger.fabric.protos.discovery.DiscoveryGrpc;
import org.hyperledger.fabric.protos.discovery.EndorsementDescriptor;
import org.hyperledger.fabric.protos.discovery.Error;
import org.hyperledger.fabric.protos.discovery.Layout;
import org.hyperledger.fabric.protos.discovery.PeerMembershipResult;
import org.hyperledger.fabric.protos.discovery.Peers;
import org.hyperledger.fabric.protos.discovery.Query;
import org.hyperledger.fabric.protos.discovery.QueryResult;
import org.hyperledger.fabric.protos.discovery.Request;
import org.hyperledger.fabric.protos.discovery.Response;
import org.hyperledger.fabric.protos.discovery.SignedRequest;
import org.hyperledger.fabric.protos.peer.ChaincodeInterest;
import org.voltrail.network.gateway.EndorsementPlanner;
import org.voltrail.network.gateway.EndorsingPeer;
import org.voltrail.network.gateway.EndorsingPeers;
import org.voltrail.network.gateway.PlanningException;
import org.voltrail.network.identity.Identity;
import org.voltrail.network.identity.MspException;
import org.voltrail.network.identity.MspManager;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.peer.Channels;
import org.voltrail.network.policy.SignedData;
import org.voltrail.network.wire.Wire;

/** The gRPC service {@code discovery.Discovery} of one peer. */
public final class DiscoveryService extends DiscoveryGrpc.DiscoveryImplBase {
    private static final String WRITERS = "/Channel/Application/Writers";

    private final String localMspId;
    private final Channels channels;
    private final EndorsingPeers peers;
    private final EndorsementPlanner planner;
    private final PeerDescriptions descriptions = new PeerDescriptions();

    /** The discovery service of a peer of {@code localMspId}. */
    public DiscoveryService(String localMspId, Channels channels, EndorsingPeers peers, EndorsementPlanner planner) {
        this.localMspId = localMspId;
        this.channels = channels;
        this.peers = peers;
        this.planner = planner;
    }

    @Override
    public void discover(SignedRequest signedRequest, StreamObserver<Response> observer) {
        try {
            Request request = parse(signedRequest);
            SignedData signedData = signedData(signedRequest, request.getAuthentication());
            Response.Builder response = Response.newBuilder();
            request.getQueriesList().forEach(query -> response.addResults(answer(query, signedData)));
            observer.onNext(response.build());
            observer.onCompleted();
        } catch (StatusException e) {
            observer.onError(e);
        }
    }

    private static Request parse(SignedRequest signedRequest) throws StatusException {
        try {
            return Wire.parse(Request.parser(), signedRequest.getPayload());
        } catch (InvalidProtocolBufferException e) {
            throw refusal("failed parsing request: " + e.getMessage());
        }
    }

    private static SignedData signedData(SignedRequest signedRequest, AuthInfo authentication) throws StatusException {
        if (authentication.equals(AuthInfo.getDefaultInstance())) {
            throw refusal("access denied, no authentication info in request");
        }
        if (authentication.getClientIdentity().isEmpty()) {
            throw refusal("access denied, client identity wasn't supplied");
        }
        return new SignedData(
                signedRequest.getPayload().toByteArray(),
                authentication.getClientIdentity(),
                signedRequest.getSignature().toByteArray());
    }

    private static StatusException refusal(String message) {
        return Status.UNKNOWN.withDescription(message).asException();
    }

    private QueryResult answer(Query query, SignedData signedData) {
        if (query.getChannel().isEmpty()) {
            return mayAskLocally(signedData) ? answerLocally(query) : error("access denied");
        }
        return channels.find(query.getChannel())
                .filter(ledger -> mayAsk(ledger, signedData))
                .map(ledger -> answer(query, ledger))
                .orElseGet(() -> error("access denied"));
    }

    private static boolean mayAsk(ChannelLedger ledger, SignedData signedData) {
        return ledger.config()
                .policies()
                .policy(WRITERS)
                .map(policy -> policy.evaluate(List.of(signedData)))
                .orElse(false);
    }

    /** Without a channel, only members of the peer's organisation may ask. */
    private boolean mayAskLocally(SignedData signedData) {
        MspManager msps = channels.all().iterator().next().config().msps();
        try {
            Identity identity = msps.deserialize(signedData.identity());
            msps.validate(identity);
            return identity.mspId().equals(localMspId) && identity.verify(signedData.data(), signedData.signature());
        } catch (MspException e) {
            return false;
        }
    }

    private QueryResult answerLocally(Query query) {
        if (!query.hasLocalPeers()) {
            return error("unknown or missing request type");
        }
        Map<String, Peers.Builder> byOrganisation = new TreeMap<>();
        peers.list().forEach(peer -> byOrganisation
                .computeIfAbsent(peer.mspId(), mspId -> Peers.newBuilder())
                .addPeers(descriptions.membership(peer)));
        return members(byOrganisation);
    }

    private QueryResult answer(Query query, ChannelLedger ledger) {
        return switch (query.getQueryCase()) {
            case CONFIG_QUERY -> config(ledger);
            case PEER_QUERY -> members(ledger, query.getPeerQuery().getFilter());
            case CC_QUERY -> endorsers(ledger, query.getCcQuery().getInterestsList());
            default -> error("unknown or missing request type");
        };
    }

    private static QueryResult config(ChannelLedger ledger) {
        try {
            return QueryResult.newBuilder().setConfigResult(ChannelDescription.of(ledger.config())).build();
        } catch (InvalidProtocolBufferException e) {
            return error("failed fetching config for channel " + ledger.channelId());
        }
    }

    private QueryResult members(ChannelLedger ledger, ChaincodeInterest filter) {
        Map<String, List<EndorsingPeer>> eligible = planner.eligible(ledger.channelId(), filter);
        Map<String, Peers.Builder> byOrganisation = new TreeMap<>();
        eligible.forEach((mspId, members) -> {
            Peers.Builder described = Peers.newBuilder();
            members.forEach(peer -> described.addPeers(descriptions.onChannel(peer, ledger)));
            byOrganisation.put(mspId, described);
        });
        return members(byOrganisation);
    }

    private static QueryResult members(Map<String, Peers.Builder> byOrganisation) {
        PeerMembershipResult.Builder result = PeerMembershipResult.newBuilder();
        byOrganisation.forEach((mspId, members) -> result.putPeersByOrg(mspId, members.build()));
        return QueryResult.newBuilder().setMembers(result).build();
    }

    private QueryResult endorsers(ChannelLedger ledger, List<ChaincodeInterest> interests) {
        if (interests.isEmpty()) {
            return error("chaincode query must have at least one chaincode interest");
        }
        ChaincodeQueryResult.Builder result = ChaincodeQueryResult.newBuilder();
        for (ChaincodeInterest interest : interests) {
            if (interest.getChaincodesCount() == 0) {
                return error("chaincode interest must contain at least one chaincode");
            }
            try {
                result.addContent(descriptor(ledger, interest));
            } catch (PlanningException e) {
                return error("failed constructing descriptor for " + interest.toString().replaceAll("\\s+", " ").strip());
            }
        }
        return QueryResult.newBuilder().setCcQueryRes(result).build();
    }

    private EndorsementDescriptor descriptor(ChannelLedger ledger, ChaincodeInterest interest) throws PlanningException {
        List<Set<String>> layouts = planner.layouts(ledger.channelId(), interest);
        if (layouts.isEmpty()) {
            throw new PlanningException("no peer combination can satisfy the endorsement policy");
        }
        EndorsementDescriptor.Builder descriptor =
                EndorsementDescriptor.newBuilder().setChaincode(interest.getChaincodes(0).getName());
        layouts.forEach(layout -> {
            Layout.Builder described = Layout.newBuilder();
            layout.forEach(organisation -> described.putQuantitiesByGroup(organisation, 1));
            descriptor.addLayouts(described);
        });
        planner.eligible(ledger.channelId(), interest).forEach((mspId, members) -> {
            if (layouts.stream().anyMatch(layout -> layout.contains(mspId))) {
                Peers.Builder described = Peers.newBuilder();
                members.forEach(peer -> described.addPeers(descriptions.onChannel(peer, ledger)));
                descriptor.putEndorsersByGroups(mspId, described.build());
            }
        });
        return descriptor.build();
    }

    private static QueryResult error(String message) {
        return QueryResult.newBuilder().setError(Error.newBuilder().setContent(message)).build();
    }
}
