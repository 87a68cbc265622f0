package org.voltrail.network.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.network.chaincode.ChaincodeDirectory;
import org.voltrail.network.chaincode.ChaincodeEndpoint;
import org.voltrail.network.chaincode.ChaincodeException;
import org.voltrail.network.chaincode.RunnableChaincode;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.ledger.LedgerException;
import org.voltrail.network.ledger.Simulator;
import org.voltrail.network.peer.Channels;

/** The chaincodes of one peer: what is installed on it, and what its organisation has approved of what the channels have agreed on. */
public final class ChaincodeCatalogue implements ChaincodeDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(ChaincodeCatalogue.class);

    private final String mspId;
    private final Channels channels;
    private final PackageStore packages;
    private final Map<String, String> settings;
    private final Map<Name, Approved> approvals = new ConcurrentHashMap<>();
    private final Map<Name, Boolean> runs = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /**
     * The catalogue of a peer of {@code mspId}.
     *
     * @param settings what the templates in a {@code connection.json} are filled in from
     */
    public ChaincodeCatalogue(String mspId, Channels channels, PackageStore packages, Map<String, String> settings) {
        this.mspId = mspId;
        this.channels = channels;
        this.packages = packages;
        this.settings = settings;
    }

    @Override
    public RunnableChaincode find(String channelId, String chaincodeName, Simulator simulator) throws ChaincodeException, LedgerException {
        long sequence = LifecycleState.shared(simulator).sequence(chaincodeName);
        if (sequence == 0) {
            throw new ChaincodeException("chaincode %s not found".formatted(chaincodeName));
        }
        Name name = new Name(channelId, chaincodeName);
        Approved approved = approvals.get(name);
        if (approved == null || approved.sequence() != sequence) {
            long before = changes.get();
            approved = readApproval(name, sequence);
            remember(name, approved, before);
        }
        return runnable(name, approved);
    }

    private void remember(Name name, Approved approved, long before) {
        approvals.put(name, approved);
        if (changes.get() != before) {
            approvals.remove(name, approved);
        }
    }

    private RunnableChaincode runnable(Name name, Approved approved) throws ChaincodeException {
        if (!approved.approved()) {
            throw new ChaincodeException(
                    "chaincode definition for '%s' at sequence %d on channel '%s' has not yet been approved by this org"
                            .formatted(name.chaincode(), approved.sequence(), name.channelId()));
        }
        if (packages.find(approved.packageId()).isEmpty()) {
            throw new ChaincodeException(
                    "chaincode definition for '%s' exists, but chaincode is not installed".formatted(name.chaincode()));
        }
        return new RunnableChaincode(name.chaincode(), approved.version(), approved.initRequired(), approved.packageId());
    }

    private Approved readApproval(Name name, long sequence) throws ChaincodeException, LedgerException {
        ChannelLedger ledger = channels.find(name.channelId()).orElseThrow(() -> new LedgerException("no such channel"));
        try (Simulator state = ledger.simulate(mspId, "", mspId)) {
            LifecycleState shared = LifecycleState.shared(state);
            checkUnchanged(name, sequence, shared.sequence(name.chaincode()));
            DefinitionParameters parameters = shared.parameters(name.chaincode());
            LifecycleState own = LifecycleState.ofOrganisation(state, mspId);
            String approval = LifecycleState.approvalName(name.chaincode(), sequence);
            boolean approved =
                    own.mismatches(LifecycleState.NAMESPACES, approval, StateRecord.parameters(parameters)).isEmpty();
            return new Approved(
                    sequence,
                    approved,
                    parameters.endorsementInfo().getVersion(),
                    parameters.endorsementInfo().getInitRequired(),
                    own.packageId(approval));
        }
    }

    private static void checkUnchanged(Name name, long sequence, long latest) throws ChaincodeException {
        if (latest != sequence) {
            throw new ChaincodeException(
                    "chaincode cache at sequence %d but current sequence is %d, chaincode definition for '%s' changed during invoke"
                            .formatted(latest, sequence, name.chaincode()));
        }
    }

    /** Forgets what was read; called when a block has changed the lifecycle's state. */
    public void refresh() {
        changes.incrementAndGet();
        approvals.clear();
        runs.clear();
    }

    @Override
    public Optional<ChaincodeEndpoint> endpoint(String packageId) {
        return packages.find(packageId).flatMap(installed -> {
            try {
                return Optional.of(ConnectionFile.parse(installed.connectionJson()).endpoint(settings));
            } catch (LifecycleException e) {
                LOG.warn("Chaincode package {} cannot be run: {}", packageId, e.getMessage());
                return Optional.empty();
            }
        });
    }

    /** Whether the peer can run the chaincode on the channel as it stands. */
    public boolean runs(String channelId, String chaincodeName) {
        Name name = new Name(channelId, chaincodeName);
        Boolean known = runs.get(name);
        if (known == null) {
            long before = changes.get();
            known = channels.find(channelId).map(ledger -> canRun(ledger, chaincodeName)).orElse(false);
            runs.put(name, known);
            if (changes.get() != before) {
                runs.remove(name);
            }
        }
        return known;
    }

    private boolean canRun(ChannelLedger ledger, String chaincodeName) {
        try (Simulator state = ledger.simulate(mspId, "", mspId)) {
            find(ledger.channelId(), chaincodeName, state);
            return true;
        } catch (ChaincodeException | LedgerException e) {
            LOG.debug("{} does not run {}: {}", mspId, chaincodeName, e.getMessage());
            return false;
        }
    }

    /** What the peer can run on the channel. */
    public List<RunnableChaincode> runnable(String channelId) {
        List<RunnableChaincode> found = new ArrayList<>();
        channels.find(channelId).ifPresent(ledger -> addRunnable(ledger, found));
        return found;
    }

    private void addRunnable(ChannelLedger ledger, List<RunnableChaincode> found) {
        try (Simulator state = ledger.simulate(mspId, "", mspId)) {
            for (String name : LifecycleState.shared(state).names(LifecycleState.NAMESPACES)) {
                try {
                    found.add(find(ledger.channelId(), name, state));
                } catch (ChaincodeException e) {
                    LOG.debug("{} does not run {}: {}", mspId, name, e.getMessage());
                }
            }
        } catch (LedgerException e) {
            LOG.warn("The chaincode definitions of channel {} cannot be read: {}", ledger.channelId(), e.getMessage());
        }
    }

    /**
     * Installs a package.
     *
     * @throws LifecycleException when it is no package for a chaincode service, or installed already
     */
    public ChaincodePackage install(byte[] bytes) throws LifecycleException {
        ChaincodePackage installed = parsed(bytes);
        if (!packages.save(installed)) {
            throw new LifecycleException("chaincode already successfully installed (package ID '%s')".formatted(installed.packageId()));
        }
        refresh();
        LOG.info("{} has installed chaincode {}", mspId, installed.packageId());
        return installed;
    }

    private ChaincodePackage parsed(byte[] bytes) throws LifecycleException {
        ChaincodePackage installed;
        try {
            installed = ChaincodePackage.parse(bytes);
        } catch (LifecycleException e) {
            throw new LifecycleException("could not parse as a chaincode install package: " + e.getMessage());
        }
        try {
            ConnectionFile.parse(installed.connectionJson()).endpoint(settings);
        } catch (LifecycleException e) {
            throw new LifecycleException("could not build chaincode: " + e.getMessage());
        }
        return installed;
    }

    /** The installed package of that id. */
    Optional<ChaincodePackage> installed(String packageId) {
        return packages.find(packageId);
    }

    /** All installed packages. */
    List<ChaincodePackage> installed() {
        return packages.list();
    }

    /** Where an installed package is in use. */
    List<Use> uses(String packageId) {
        return channels.all().stream()
                .flatMap(ledger -> runnable(ledger.channelId()).stream()
                        .filter(chaincode -> chaincode.packageId().equals(packageId))
                        .map(chaincode -> new Use(ledger.channelId(), chaincode.name(), chaincode.version())))
                .toList();
    }

    /** A chaincode on a channel that runs from a package. */
    record Use(String channelId, String chaincode, String version) {}

    private record Name(String channelId, String chaincode) {}

    private record Approved(long sequence, boolean approved, String version, boolean initRequired, String packageId) {}
}
