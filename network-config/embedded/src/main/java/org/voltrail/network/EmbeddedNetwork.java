package org.voltrail.network;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.network.NetworkDescription.OrganisationDescription;
import org.voltrail.network.NetworkDescription.PeerDescription;
import org.voltrail.network.RunningOrganisation.RunningPeer;
import org.voltrail.network.ca.rest.FabricCaServer;
import org.voltrail.network.channel.BatchSettings;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.channel.ChannelOrganisation;
import org.voltrail.network.channel.ChannelProfile;
import org.voltrail.network.channel.ConfigException;
import org.voltrail.network.channel.ConfigUpdates;
import org.voltrail.network.chaincode.ChaincodeRuntime;
import org.voltrail.network.crypto.DurableFiles;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.crypto.TlsMaterial;
import org.voltrail.network.deployment.ChaincodeDeployer;
import org.voltrail.network.deployment.ChaincodeDeployment;
import org.voltrail.network.deployment.Participant;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.ledger.RocksChannelLedger;
import org.voltrail.network.lifecycle.LifecycleException;
import org.voltrail.network.node.NetworkRuntime;
import org.voltrail.network.node.PeerSetup;
import org.voltrail.network.organisation.ConnectionProfile;
import org.voltrail.network.organisation.Endpoints;
import org.voltrail.network.organisation.Member;
import org.voltrail.network.organisation.Organisation;
import org.voltrail.network.organisation.OrganisationException;
import org.voltrail.network.organisation.Role;
import org.voltrail.network.peer.PeerNode;
import org.voltrail.network.transport.TlsIdentity;

/**
 * A Fabric network in this process: organisations with their certificate authorities and peers, an orderer, one channel. Clients and
 * chaincode reach it over Fabric's own protocols only. Thread-safe.
 *
 * <pre>{@code
 * try (EmbeddedNetwork network = EmbeddedNetwork.builder(Path.of("data"))
 *         .organisation("ManufacturerOrg")
 *         .organisation("RecyclerOrg")
 *         .start()) {
 *     network.deploy(ChaincodeDeployment.of("voltrail", "1.0")
 *             .servedAt("ManufacturerOrg", "localhost:9900")
 *             .servedAt("RecyclerOrg", "localhost:9901"));
 *     network.awaitChaincode("voltrail", Duration.ofSeconds(30));
 *     Path profile = network.connectionProfile("ManufacturerOrg");
 * }
 * }</pre>
 */
public final class EmbeddedNetwork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedNetwork.class);
    private static final long POLL_MILLIS = 20;

    private final NetworkSettings settings;
    private final DataFolder folder;
    private final Ports ports;
    private final NetworkMaker maker;
    private final NetworkRuntime runtime;
    private final Map<String, RunningOrganisation> organisations = new ConcurrentHashMap<>();
    private volatile NetworkDescription description;
    private final ChannelLedger ledger;
    private final ConfigChanges configChanges;

    private EmbeddedNetwork(NetworkSettings settings) {
        this.settings = settings;
        this.folder = new DataFolder(settings.data());
        this.ports = new Ports(settings.listen(), settings.portBase());
        this.maker = new NetworkMaker(settings, ports);
        this.description = NetworkDescription.load(folder.description()).map(this::sameNetwork).orElseGet(maker::make);
        ports.continueAfter(description.highestPort());
        this.runtime = new NetworkRuntime(settings.clock(), settings.chaincodeTimeout());
        try {
            this.ledger = openLedger();
            this.configChanges = new ConfigChanges(ledger, runtime.orderer());
            startOrderer();
            description.organisations().forEach(this::startOrganisation);
            settings.organisations().stream().filter(this::isNew).forEach(this::addOrganisation);
            writeProfiles();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Begins to describe a network whose data are, or are to be, in a folder. */
    public static Builder builder(Path data) {
        return new Builder(data);
    }

    private NetworkDescription sameNetwork(NetworkDescription existing) {
        if (!existing.channel().equals(settings.channel())) {
            throw new NetworkStartException(
                    "The network in %s has the channel %s, not %s".formatted(folder.root(), existing.channel(), settings.channel()),
                    "Start it with --channel %s, or start with another data folder.".formatted(existing.channel()));
        }
        return existing;
    }

    private ChannelLedger openLedger() {
        Organisation orderer = loadOrderer();
        try {
            ChannelLedger opened = RocksChannelLedger.open(
                    folder.ledger(description.channel()), maker.genesisBlock(description.channel()), this::readConfig);
            runtime.addChannel(opened, orderer.member(Role.ORDERER, NetworkMaker.ORDERER).identity());
            return opened;
        } catch (IllegalStateException e) {
            throw new NetworkStartException(
                    "The ledger in %s cannot be opened: %s".formatted(folder.ledger(description.channel()), e.getMessage()),
                    "Stop the network that runs on these data, or start with another data folder.",
                    e);
        } catch (OrganisationException e) {
            throw NetworkMaker.cannot("find the orderer's identity", e);
        }
    }

    private ChannelConfig readConfig(Config config) {
        try {
            return ChannelConfig.of(description.channel(), config);
        } catch (ConfigException e) {
            throw new IllegalStateException("The channel's configuration cannot be read: " + e.getMessage(), e);
        }
    }

    private Organisation loadOrderer() {
        return load(description.orderer().organisation());
    }

    private Organisation load(String name) {
        try {
            return Organisation.load(folder.organisation(name), settings.clock());
        } catch (OrganisationException e) {
            throw NetworkMaker.cannot("load organisation " + name, e);
        }
    }

    private void startOrderer() {
        try {
            TlsMaterial tls = loadOrderer().member(Role.ORDERER, NetworkMaker.ORDERER).tls();
            int port = ports.again(description.orderer().port(), description.freePorts(), "the orderer");
            runtime.startOrderer(listen(port), identity(tls));
            keep(new NetworkDescription(
                    description.channel(),
                    description.host(),
                    description.freePorts(),
                    description.orderer().withPort(port),
                    description.organisations()));
        } catch (OrganisationException e) {
            throw NetworkMaker.cannot("find the orderer's TLS certificate", e);
        }
    }

    private InetSocketAddress listen(int port) {
        return new InetSocketAddress(settings.listen(), port);
    }

    private static TlsIdentity identity(TlsMaterial tls) {
        try {
            return new TlsIdentity(Files.readString(tls.certificate()), Files.readString(tls.key()));
        } catch (IOException e) {
            throw NetworkMaker.cannot("read a TLS certificate", e);
        }
    }

    private synchronized void keep(NetworkDescription changed) {
        if (!changed.equals(description)) {
            description = changed;
            changed.save(folder.description());
        }
    }

    private void startOrganisation(OrganisationDescription described) {
        Organisation organisation = maker.make(described);
        int caPort = ports.again(described.caPort(), description.freePorts(), "the certificate authority of " + described.name());
        List<RunningPeer> peers = new ArrayList<>();
        List<PeerDescription> descriptions = new ArrayList<>();
        for (PeerDescription peer : described.peers()) {
            int port = ports.again(peer.port(), description.freePorts(), "%s of %s".formatted(peer.name(), described.name()));
            PeerDescription moved = new PeerDescription(peer.name(), port, peer.chaincodes());
            descriptions.add(moved);
            peers.add(startPeer(organisation, moved));
        }
        organisations.put(
                described.name(),
                new RunningOrganisation(organisation, admin(organisation), startCa(organisation, caPort), peers));
        keep(description.with(new OrganisationDescription(
                described.name(), described.mspId(), described.domain(), caPort, descriptions)));
        enforceKnownRevocations(organisation);
    }

    private RunningPeer startPeer(Organisation organisation, PeerDescription described) {
        try {
            Member member = organisation.member(Role.PEER, described.name());
            Map<String, String> chaincodes = new ConcurrentHashMap<>();
            described.chaincodes().forEach((name, address) -> chaincodes.put(ChaincodeDeployment.addressSetting(name), address));
            PeerNode node = new PeerNode(
                    member.name(), organisation.mspId(), settings.host(), described.port(), member.identity());
            PeerSetup setup = new PeerSetup(
                    node, listen(described.port()), identity(member.tls()), folder.packages(member.name()), chaincodes);
            return new RunningPeer(described.name(), runtime.startPeer(setup), chaincodes);
        } catch (OrganisationException | LifecycleException e) {
            throw NetworkMaker.cannot("start %s of %s".formatted(described.name(), organisation.name()), e);
        }
    }

    private FabricCaServer startCa(Organisation organisation, int port) {
        try {
            organisation.ca().onRevocation(list -> enforce(organisation, list));
            return FabricCaServer.start(organisation.ca(), organisation.caTls(), listen(port), settings.clock());
        } catch (IOException e) {
            throw NetworkMaker.cannot("start the certificate authority of " + organisation.name(), e);
        }
    }

    private static SigningIdentity admin(Organisation organisation) {
        try {
            return organisation.member(Role.ADMIN, NetworkMaker.ADMIN).identity();
        } catch (OrganisationException e) {
            throw NetworkMaker.cannot("find the administrator of " + organisation.name(), e);
        }
    }

    /** Puts a revocation list into the channel's configuration, where peers heed it. */
    private void enforce(Organisation organisation, X509CRL list) {
        configChanges.apply(
                "revocation list of " + organisation.name(),
                present -> ConfigUpdates.withRevocationLists(
                        ledger.config(), organisation.mspId(), List.of(ByteString.copyFromUtf8(Pem.encode(list)))),
                List.of(admin(organisation)));
        LOG.info("The revocation list of {} is in force", organisation.name());
    }

    /** A revocation that did not get into the configuration before the network stopped comes into force now. */
    private void enforceKnownRevocations(Organisation organisation) {
        try {
            List<ByteString> known = revocationLists(organisation.msp());
            Optional<ChannelOrganisation> configured = ledger.config().applicationOrganisation(organisation.mspId());
            if (configured.isPresent() && !revocationLists(configured.get().msp()).equals(known)) {
                configChanges.apply(
                        "revocation list of " + organisation.name(),
                        present -> ConfigUpdates.withRevocationLists(ledger.config(), organisation.mspId(), known),
                        List.of(admin(organisation)));
            }
        } catch (OrganisationException | InvalidProtocolBufferException e) {
            throw NetworkMaker.cannot("read the MSP of " + organisation.name(), e);
        }
    }

    private static List<ByteString> revocationLists(MSPConfig msp) throws InvalidProtocolBufferException {
        return FabricMSPConfig.parseFrom(msp.getConfig()).getRevocationListList();
    }

    private boolean isNew(OrganisationName name) {
        return description.organisation(name.name()).isEmpty();
    }

    /**
     * Adds an organisation while the network runs: it gets an authority and members, a configuration signed by a majority of the
     * administrators admits it to the channel, and its peers start. Deployed chaincodes it runs once {@link #deploy} has named its
     * servers.
     *
     * @param name as {@link OrganisationName#of(String)} takes it
     * @throws NetworkStartException when it exists or cannot be added
     */
    public void addOrganisation(String name) {
        addOrganisation(OrganisationName.of(name));
        writeProfiles();
    }

    private synchronized void addOrganisation(OrganisationName name) {
        if (!isNew(name)) {
            throw new NetworkStartException(
                    "There is an organisation %s already".formatted(name.name()), "Choose another name.");
        }
        OrganisationDescription described = maker.describe(name);
        Organisation organisation = maker.make(described);
        if (ledger.config().applicationOrganisation(name.mspId()).isEmpty()) {
            configChanges.apply(
                    "new organisation " + name.name(),
                    present -> ConfigUpdates.withOrganisation(present, maker.channelOrganisation(organisation, described)),
                    administrators());
        }
        startOrganisation(described);
        LOG.info("Organisation {} has joined channel {}", name.name(), description.channel());
    }

    private List<SigningIdentity> administrators() {
        return organisations.values().stream().map(RunningOrganisation::admin).toList();
    }

    /**
     * Sees to it that a chaincode is defined on the channel as described and runs on all peers. May be repeated, with other addresses
     * too: then peers connect to the new ones.
     *
     * @throws org.voltrail.network.deployment.DeploymentException when a step fails
     * @throws NetworkStartException when a peer has no chaincode server
     */
    public synchronized void deploy(ChaincodeDeployment deployment) {
        organisations.values().forEach(organisation -> keepAddresses(organisation, deployment));
        new ChaincodeDeployer(ledger, runtime.orderer()).deploy(deployment, participants());
        String packageId = deployment.chaincodePackage().packageId();
        runtime.peers().forEach(peer -> peer.reconnect(packageId));
    }

    private void keepAddresses(RunningOrganisation organisation, ChaincodeDeployment deployment) {
        List<PeerDescription> peers = new ArrayList<>();
        OrganisationDescription described =
                description.organisation(organisation.organisation().name()).orElseThrow();
        for (PeerDescription peer : described.peers()) {
            String address = address(organisation, peer, deployment);
            peers.add(peer.withChaincode(deployment.name(), address));
            running(organisation, peer).settings().put(ChaincodeDeployment.addressSetting(deployment.name()), address);
        }
        keep(description.with(new OrganisationDescription(
                described.name(), described.mspId(), described.domain(), described.caPort(), peers)));
    }

    private static String address(RunningOrganisation organisation, PeerDescription peer, ChaincodeDeployment deployment) {
        RunningPeer running = running(organisation, peer);
        String wholeName = running.server().node().name();
        String known = peer.chaincodes().get(deployment.name());
        String address = deployment.addresses().getOrDefault(wholeName, peer.name().equals("peer0")
                ? deployment.addresses().get(organisation.organisation().name())
                : null);
        if (address == null && known == null) {
            throw new NetworkStartException(
                    "Nobody has said where %s finds its server of chaincode %s".formatted(wholeName, deployment.name()),
                    "Start a chaincode server for each peer and name its address.");
        }
        return address == null ? known : address;
    }

    private static RunningPeer running(RunningOrganisation organisation, PeerDescription peer) {
        return organisation.peers().stream().filter(running -> running.name().equals(peer.name())).findFirst().orElseThrow();
    }

    private List<Participant> participants() {
        return organisations.values().stream()
                .map(organisation -> new Participant(
                        organisation.organisation().mspId(),
                        organisation.admin(),
                        organisation.peers().stream().map(peer -> peer.server().endorser()).toList()))
                .toList();
    }

    /**
     * Waits until all peers are connected to their servers of a chaincode.
     *
     * @throws NetworkStartException when one is not in time
     */
    public void awaitChaincode(String name, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!isReady(name)) {
            if (System.nanoTime() > end) {
                throw new NetworkStartException(
                        "Chaincode %s is not connected to all peers after %d s".formatted(name, patience.toSeconds()),
                        "See that its servers run, at the addresses given, with CORE_CHAINCODE_ID_NAME set to the package id.");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Whether all peers are connected to their servers of a chaincode. */
    public boolean isReady(String chaincode) {
        return runtime.peers().stream().allMatch(peer -> peer.isReady(description.channel(), chaincode));
    }

    private void writeProfiles() {
        NetworkProfile all = new NetworkProfile(description.channel());
        try {
            for (OrganisationDescription described : description.organisations()) {
                RunningOrganisation running = organisations.get(described.name());
                Map<String, String> addresses = new LinkedHashMap<>();
                running.peers().forEach(peer -> addresses.put(
                        peer.server().node().name(), peer.server().node().address()));
                String ca = settings.host() + ":" + running.ca().port();
                all.add(running.organisation(), addresses, ca, Registrars.of(running.organisation()));
                ConnectionProfile.of(running.organisation(), new Endpoints(addresses, ca, List.of(description.channel())))
                        .write(folder.connectionProfiles(described.name()));
            }
            DurableFiles.writePrivately(folder.connectionProfile(), all.json().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw NetworkMaker.cannot("write the connection profiles", e);
        }
    }

    /** The connection profile with all organisations, and with the registrars of their authorities: keep it from others. */
    public Path connectionProfile() {
        return folder.connectionProfile();
    }

    /** An organisation's own connection profile. */
    public Path connectionProfile(String organisation) {
        return folder.connectionProfiles(organisation).resolve("connection.json");
    }

    /** The names of the organisations with peers, in the order in which they joined. */
    public List<String> organisations() {
        return description.organisations().stream().map(OrganisationDescription::name).toList();
    }

    /**
     * An organisation with its authority and its members.
     *
     * @throws NetworkStartException when there is none of that name
     */
    public Organisation organisation(String name) {
        return running(name).organisation();
    }

    private RunningOrganisation running(String name) {
        RunningOrganisation running = organisations.get(name);
        if (running == null) {
            throw new NetworkStartException(
                    "There is no organisation %s".formatted(name), "There are " + String.join(", ", organisations()) + ".");
        }
        return running;
    }

    /** {@code host:port} of an organisation's peers, by their whole names. */
    public Map<String, String> peers(String organisation) {
        Map<String, String> addresses = new LinkedHashMap<>();
        running(organisation).peers().forEach(peer ->
                addresses.put(peer.server().node().name(), peer.server().node().address()));
        return addresses;
    }

    /** The base URL of an organisation's certificate authority. */
    public String caUrl(String organisation) {
        return "https://" + settings.host() + ":" + running(organisation).ca().port();
    }

    /** {@code host:port} of the orderer. */
    public String orderer() {
        return settings.host() + ":" + description.orderer().port();
    }

    /** The orderer's organisation. */
    public Organisation ordererOrganisation() {
        return loadOrderer();
    }

    /** The channel's id. */
    public String channel() {
        return description.channel();
    }

    /** The number of blocks on the channel. */
    public long height() {
        return ledger.height();
    }

    /** The data folder. */
    public Path data() {
        return folder.root();
    }

    /** Stops everything: calls under way may finish for a moment, what has been ordered is written. */
    @Override
    public void close() {
        organisations.values().forEach(RunningOrganisation::close);
        runtime.close();
    }

    /** Describes a network that is to start. */
    public static final class Builder {
        private static final List<String> DEFAULT_ORGANISATIONS =
                List.of("ManufacturerOrg", "RecyclerOrg", "CarrierOrg", "RegulatorOrg");

        private final Path data;
        private final List<OrganisationName> organisations = new ArrayList<>();
        private String channel = "voltrail";
        private int peersEach = 1;
        private String host = "localhost";
        private String listen = "localhost";
        private int portBase;
        private BatchSettings batch = ChannelProfile.DEFAULT_BATCH;
        private Duration chaincodeTimeout = ChaincodeRuntime.DEFAULT_TIMEOUT;
        private Clock clock = Clock.systemUTC();

        private Builder(Path data) {
            this.data = data;
        }

        /** One more organisation, as {@link OrganisationName#of(String)} takes it. Without any: manufacturer, recycler, carrier, regulator. */
        public Builder organisation(String name) {
            organisations.add(OrganisationName.of(name));
            return this;
        }

        /** The channel's id; {@code voltrail} if not set. */
        public Builder channel(String id) {
            this.channel = id;
            return this;
        }

        /** How many peers each organisation has; one if not set. */
        public Builder peersEach(int count) {
            this.peersEach = count;
            return this;
        }

        /** The host name under which clients reach the network; {@code localhost} if not set. */
        public Builder host(String name) {
            this.host = name;
            return this;
        }

        /** The address to listen on; {@code localhost} if not set, {@code 0.0.0.0} for all. */
        public Builder listen(String address) {
            this.listen = address;
            return this;
        }

        /** The first of the ports to use; free ports if not set or 0. */
        public Builder portBase(int port) {
            this.portBase = port;
            return this;
        }

        /** How the orderer cuts blocks. */
        public Builder batch(BatchSettings limits) {
            this.batch = limits;
            return this;
        }

        /** How long a chaincode may take for one execution; 30 s if not set. */
        public Builder chaincodeTimeout(Duration timeout) {
            this.chaincodeTimeout = timeout;
            return this;
        }

        /** The clock that judges whether certificates are valid. */
        public Builder clock(Clock newClock) {
            this.clock = newClock;
            return this;
        }

        /**
         * Starts the network; one that exists in the data folder goes on where it was.
         *
         * @throws NetworkStartException when it cannot start
         */
        public EmbeddedNetwork start() {
            if (organisations.isEmpty()) {
                DEFAULT_ORGANISATIONS.forEach(this::organisation);
            }
            return new EmbeddedNetwork(new NetworkSettings(
                    data.toAbsolutePath().normalize(),
                    channel,
                    organisations,
                    peersEach,
                    host,
                    listen,
                    portBase,
                    batch,
                    chaincodeTimeout,
                    clock));
        }
    }
}
