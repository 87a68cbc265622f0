package org.voltrail.topology.probe;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.voltrail.topology.Layout;
import org.voltrail.topology.Topology;
import org.voltrail.topology.TopologyException;
import org.voltrail.topology.site.PlacedOrganisation;

/**
 * Finds out whether the chaincode can be endorsed through an organisation's gateway: its service runs, the definition is committed,
 * and the gateway knows enough peers of other organisations. Nothing is submitted, so that the ledger stays as it is.
 */
public final class ChaincodeProbe {
    /** Every contract of the contract API answers it and reads no state. */
    private static final String METADATA = "org.hyperledger.fabric:GetMetadata";

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final Topology topology;
    private final Layout layout;

    /** A probe of a network whose certificates lie in the layout. */
    public ChaincodeProbe(Topology topology, Layout layout) {
        this.topology = topology;
        this.layout = layout;
    }

    /**
     * Waits until an organisation's gateway has the chaincode endorsed.
     *
     * @param organisation whose administrator asks, at its own first peer
     * @param patience how long to try
     * @throws TopologyException with the last refusal, if it never succeeds
     */
    public void await(PlacedOrganisation organisation, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        ManagedChannel channel = connect(organisation);
        try (Gateway gateway = gateway(organisation, channel)) {
            Contract contract =
                    gateway.getNetwork(topology.channel().name()).getContract(topology.chaincode().name());
            String refusal = endorse(contract);
            while (!refusal.isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new TopologyException(organisation.name() + ": " + refusal);
                }
                pause();
                refusal = endorse(contract);
            }
        } finally {
            channel.shutdownNow();
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopologyException("Interrupted.", e);
        }
    }

    /** Empty if it was endorsed. */
    private static String endorse(Contract contract) {
        try {
            contract.newProposal(METADATA).build().endorse();
            return "";
        } catch (EndorseException e) {
            return e.getMessage() + " " + e.getDetails().stream().map(each -> each.getMspId() + ": " + each.getMessage()).toList();
        }
    }

    private Gateway gateway(PlacedOrganisation organisation, ManagedChannel channel) {
        Path msp = layout.organisation(organisation.name()).resolve("users/admin/msp");
        try (Reader certificate = Files.newBufferedReader(msp.resolve("signcerts/cert.pem"));
                Reader key = Files.newBufferedReader(msp.resolve("keystore/key.pem"))) {
            return Gateway.newInstance()
                    .identity(new X509Identity(organisation.mspId(), Identities.readX509Certificate(certificate)))
                    .signer(Signers.newPrivateKeySigner(Identities.readPrivateKey(key)))
                    .hash(Hash.SHA256)
                    .connection(channel)
                    .endorseOptions(options -> options.withDeadlineAfter(DEADLINE.toSeconds(), TimeUnit.SECONDS))
                    .connect();
        } catch (IOException | CertificateException | InvalidKeyException e) {
            throw new TopologyException("Cannot use the administrator's identity in " + msp + ": " + e.getMessage(), e);
        }
    }

    private ManagedChannel connect(PlacedOrganisation organisation) {
        Path roots = layout.msp(organisation.name()).resolve("tlscacerts/tlsca.pem");
        try {
            ChannelCredentials credentials =
                    TlsChannelCredentials.newBuilder().trustManager(roots.toFile()).build();
            return Grpc.newChannelBuilder(organisation.peers().get(0).address(), credentials).build();
        } catch (IOException e) {
            throw new TopologyException("Cannot read " + roots + ": " + e.getMessage(), e);
        }
    }
}
