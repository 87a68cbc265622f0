package org.voltrail.network.discovery;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import com.google.protobuf.UnsafeByteOperations;
import java.time.Instant;
import org.hyperledger.fabric.protos.discovery.Peer;
import org.hyperledger.fabric.protos.gossip.AliveMessage;
import org.hyperledger.fabric.protos.gossip.Chaincode;
import org.hyperledger.fabric.protos.gossip.Envelope;
import org.hyperledger.fabric.protos.gossip.GossipMessage;
import org.hyperledger.fabric.protos.gossip.Member;
import org.hyperledger.fabric.protos.gossip.PeerTime;
import org.hyperledger.fabric.protos.gossip.Properties;
import org.hyperledger.fabric.protos.gossip.StateInfo;
import org.voltrail.network.chaincode.RunnableChaincode;
import org.voltrail.network.gateway.EndorsingPeer;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.wire.Wire;

/** Describes peers in the messages that peers of a real network gossip about themselves, signed by each. */
final class PeerDescriptions {
    private final long incarnation = Instant.now().toEpochMilli() * 1_000_000;

    /** A peer with what is known without regard to a channel. */
    Peer membership(EndorsingPeer peer) {
        Member member = Member.newBuilder().setEndpoint(peer.node().address()).setPkiId(pkiId(peer)).build();
        GossipMessage alive = GossipMessage.newBuilder()
                .setTag(GossipMessage.Tag.EMPTY)
                .setAliveMsg(AliveMessage.newBuilder().setMembership(member).setTimestamp(time()))
                .build();
        return Peer.newBuilder()
                .setIdentity(peer.node().identity().serialized())
                .setMembershipInfo(signed(peer, alive))
                .build();
    }

    /** A peer with the height of the channel's ledger and the chaincodes it runs. */
    Peer onChannel(EndorsingPeer peer, ChannelLedger ledger) {
        Properties.Builder properties = Properties.newBuilder().setLedgerHeight(ledger.height());
        for (RunnableChaincode chaincode : peer.catalogue().runnable(ledger.channelId())) {
            properties.addChaincodes(Chaincode.newBuilder().setName(chaincode.name()).setVersion(chaincode.version()));
        }
        GossipMessage state = GossipMessage.newBuilder()
                .setTag(GossipMessage.Tag.CHAN_OR_ORG)
                .setStateInfo(StateInfo.newBuilder()
                        .setTimestamp(time())
                        .setPkiId(pkiId(peer))
                        .setChannelMAC(channelMac(pkiId(peer), ledger.channelId()))
                        .setProperties(properties))
                .build();
        return membership(peer).toBuilder().setStateInfo(signed(peer, state)).build();
    }

    private PeerTime time() {
        return PeerTime.newBuilder().setIncNum(incarnation).setSeqNum(1).build();
    }

    private static ByteString pkiId(EndorsingPeer peer) {
        return sha256(peer.node().identity().serialized());
    }

    private static ByteString channelMac(ByteString pkiId, String channelId) {
        return sha256(pkiId.concat(Wire.utf8(channelId)));
    }

    private static ByteString sha256(ByteString bytes) {
        return UnsafeByteOperations.unsafeWrap(Wire.sha256().digest(bytes.toByteArray()));
    }

    private static Envelope signed(EndorsingPeer peer, MessageLite message) {
        ByteString payload = message.toByteString();
        return Envelope.newBuilder()
                .setPayload(payload)
                .setSignature(UnsafeByteOperations.unsafeWrap(peer.node().identity().sign(payload.toByteArray())))
                .build();
    }
}
