package org.voltrail.network.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.CollectionPolicyConfig;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.voltrail.network.deployment.ChaincodeDeployment;
import org.voltrail.network.policy.PolicyException;
import org.voltrail.network.policy.PolicyText;

/**
 * One network for all tests that do not disturb others: three organisations, the sample contract as {@code sample} (majority) and as
 * {@code open} (any organisation, with collections), chaincode time-out of three seconds.
 */
final class SharedNetwork {
    static final String MANUFACTURER = "ManufacturerMSP";
    static final String RECYCLER = "RecyclerMSP";
    static final String CARRIER = "CarrierMSP";

    /** Manufacturer and recycler are members; only members may read and write. */
    static final String PAIR = "manufacturerAndRecycler";

    private static RunningNetwork network;

    private SharedNetwork() {}

    static synchronized RunningNetwork get() {
        if (network == null) {
            Path folder = temporaryFolder();
            network = new RunningNetwork(folder, Duration.ofSeconds(3), MANUFACTURER, RECYCLER, CARRIER);
            network.deploy(ChaincodeDeployment.of("sample", "1.0"));
            network.deploy(ChaincodeDeployment.of("open", "1.0")
                    .withEndorsementPolicy(anyOrganisation())
                    .withCollections(collections()));
            RunningNetwork started = network;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                started.close();
                delete(folder);
            }));
        }
        return network;
    }

    static Contract contract(String mspId, String chaincode) {
        return get().gateway(mspId).getNetwork(RunningNetwork.CHANNEL).getContract(chaincode);
    }

    static String text(byte[] result) {
        return new String(result, StandardCharsets.UTF_8);
    }

    private static ApplicationPolicy anyOrganisation() {
        return ApplicationPolicy.newBuilder()
                .setSignaturePolicy(policy("OR('ManufacturerMSP.peer','RecyclerMSP.peer','CarrierMSP.peer')"))
                .build();
    }

    private static CollectionConfigPackage collections() {
        return CollectionConfigPackage.newBuilder()
                .addConfig(CollectionConfig.newBuilder()
                        .setStaticCollectionConfig(StaticCollectionConfig.newBuilder()
                                .setName(PAIR)
                                .setMemberOrgsPolicy(CollectionPolicyConfig.newBuilder()
                                        .setSignaturePolicy(policy("OR('ManufacturerMSP.member','RecyclerMSP.member')")))
                                .setMaximumPeerCount(1)
                                .setMemberOnlyRead(true)
                                .setMemberOnlyWrite(true)))
                .build();
    }

    private static SignaturePolicyEnvelope policy(String text) {
        try {
            return PolicyText.signaturePolicy(text);
        } catch (PolicyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("voltrail-network");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
