package org.voltrail.network;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.common.Block;
import org.voltrail.network.NetworkDescription.OrdererDescription;
import org.voltrail.network.NetworkDescription.OrganisationDescription;
import org.voltrail.network.NetworkDescription.PeerDescription;
import org.voltrail.network.channel.ChannelOrganisation;
import org.voltrail.network.channel.ChannelProfile;
import org.voltrail.network.channel.ConfigException;
import org.voltrail.network.channel.GenesisBlock;
import org.voltrail.network.crypto.DurableFiles;
import org.voltrail.network.organisation.MemberProfile;
import org.voltrail.network.organisation.Organisation;
import org.voltrail.network.organisation.OrganisationException;
import org.voltrail.network.organisation.OrganisationProfile;
import org.voltrail.network.organisation.Role;

/** Makes a network in an empty data folder: organisations, their members, and the channel's genesis block. */
final class NetworkMaker {
    static final String ADMIN = "Admin";
    static final String ORDERER = "orderer0";

    private static final OrganisationName ORDERER_ORGANISATION = OrganisationName.of("OrdererOrg");

    private final NetworkSettings settings;
    private final DataFolder folder;
    private final Ports ports;

    NetworkMaker(NetworkSettings settings, Ports ports) {
        this.settings = settings;
        this.folder = new DataFolder(settings.data());
        this.ports = ports;
    }

    /** Makes what is missing; a network that was half made before is completed. */
    NetworkDescription make() {
        int ordererPort = ports.take("the orderer");
        List<OrganisationDescription> organisations = new ArrayList<>();
        settings.organisations().forEach(name -> organisations.add(describe(name)));
        NetworkDescription description = new NetworkDescription(
                settings.channel(),
                settings.host(),
                settings.portBase() == 0,
                new OrdererDescription(
                        ORDERER_ORGANISATION.name(), ORDERER_ORGANISATION.mspId(), ORDERER_ORGANISATION.domain(), ordererPort),
                organisations);
        makeGenesisBlock(description);
        description.save(folder.description());
        return description;
    }

    /** An organisation that is to be, with ports. */
    OrganisationDescription describe(OrganisationName name) {
        List<PeerDescription> peers = new ArrayList<>();
        for (int index = 0; index < settings.peersEach(); index++) {
            peers.add(new PeerDescription("peer" + index, ports.take("peer%d of %s".formatted(index, name.name())), Map.of()));
        }
        int caPort = ports.take("the certificate authority of " + name.name());
        return new OrganisationDescription(name.name(), name.mspId(), name.domain(), caPort, peers);
    }

    private void makeGenesisBlock(NetworkDescription description) {
        List<ChannelOrganisation> application = new ArrayList<>();
        for (OrganisationDescription each : description.organisations()) {
            application.add(channelOrganisation(make(each), each));
        }
        Organisation orderer = makeOrderer(description.orderer());
        String address = settings.host() + ":" + description.orderer().port();
        try {
            Block genesis = GenesisBlock.of(new ChannelProfile(
                    settings.channel(),
                    application,
                    List.of(new ChannelOrganisation(
                            orderer.name(), orderer.mspId(), orderer.msp(), List.of(), List.of(address))),
                    List.of(new ChannelProfile.Consenter(settings.host(), description.orderer().port(), ordererCertificate(orderer))),
                    settings.batch()));
            DurableFiles.write(folder.genesisBlock(settings.channel()), genesis.toByteArray());
        } catch (ConfigException | OrganisationException | IOException e) {
            throw cannot("make the channel " + settings.channel(), e);
        }
    }

    private static String ordererCertificate(Organisation orderer) throws OrganisationException, IOException {
        return Files.readString(orderer.member(Role.ORDERER, ORDERER).tls().certificate());
    }

    /** Makes an organisation's authority and members, or loads it when it is there. */
    Organisation make(OrganisationDescription description) {
        List<MemberProfile> members = new ArrayList<>();
        members.add(MemberProfile.admin(ADMIN));
        description.peers().forEach(peer -> members.add(MemberProfile.peer(peer.name())));
        return make(description.name(), description.mspId(), description.domain(), members);
    }

    private Organisation makeOrderer(OrdererDescription description) {
        return make(
                description.organisation(),
                description.mspId(),
                description.domain(),
                List.of(MemberProfile.admin(ADMIN), MemberProfile.orderer(ORDERER)));
    }

    private Organisation make(String name, String mspId, String domain, List<MemberProfile> members) {
        Path path = folder.organisation(name);
        try {
            Files.createDirectories(path.getParent());
            return Organisation.exists(path)
                    ? Organisation.load(path, settings.clock())
                    : Organisation.create(path, new OrganisationProfile(name, mspId, domain, members, hosts()), settings.clock());
        } catch (OrganisationException | IOException e) {
            throw cannot("make organisation " + name, e);
        }
    }

    private List<String> hosts() {
        List<String> hosts = new ArrayList<>(OrganisationProfile.LOCAL_HOSTS);
        if (!hosts.contains(settings.host())) {
            hosts.add(settings.host());
        }
        return hosts;
    }

    /** The organisation as the channel's configuration is to name it. */
    ChannelOrganisation channelOrganisation(Organisation organisation, OrganisationDescription description) {
        try {
            return new ChannelOrganisation(
                    organisation.name(),
                    organisation.mspId(),
                    organisation.msp(),
                    List.of(settings.host() + ":" + description.peers().get(0).port()),
                    List.of());
        } catch (OrganisationException e) {
            throw cannot("read the MSP of " + organisation.name(), e);
        }
    }

    /** The genesis block that was made. */
    Block genesisBlock(String channelId) {
        Path file = folder.genesisBlock(channelId);
        try {
            return Block.parseFrom(Files.readAllBytes(file));
        } catch (InvalidProtocolBufferException e) {
            throw cannot("read the genesis block " + file, e);
        } catch (IOException e) {
            throw cannot("read the genesis block " + file, e);
        }
    }

    static NetworkStartException cannot(String what, Exception cause) {
        return new NetworkStartException(
                "Cannot %s: %s".formatted(what, cause.getMessage()),
                "See that the data folder can be written to and was made by this version, or start with another one.",
                cause);
    }
}
