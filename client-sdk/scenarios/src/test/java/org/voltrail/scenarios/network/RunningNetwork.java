package org.voltrail.scenarios.network;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.identity.KeyPairs;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.identity.Pem;
import org.voltrail.model.Role;
import org.voltrail.model.json.WireNames;
import org.voltrail.network.ca.CertificateAuthority;
import org.voltrail.network.ca.CertificateSpec;

/**
 * A network that somebody else has started; it is left running.
 *
 * @param folder its data folder
 */
record RunningNetwork(Path folder) implements ScenarioNetwork {
    private static final Path SCRIPT = Path.of("..", "..", "scripts", "network.sh");

    @Override
    public Path profileFile() {
        return folder.resolve("connection.json");
    }

    /** A network of native processes keeps its authorities' keys in its data folder. */
    @Override
    public Optional<LedgerIdentity> expired(Party party, Role role) {
        Path home = folder.resolve("nodes").resolve("ca." + party.name().toLowerCase(Locale.ROOT));
        return authority(home).map(authority -> {
            KeyPair keys = KeyPairs.generate();
            X509Certificate certificate = authority.issue(new CertificateSpec(
                    new X500Name("CN=expired,OU=client"), keys.getPublic(), CertificateSpec.Usage.SIGNING, Duration.ofSeconds(-1),
                    Map.of("voltrail.role", WireNames.of(role)), List.of()));
            return LedgerIdentity.of(party.msp(), certificate, keys.getPrivate());
        });
    }

    private static Optional<CertificateAuthority> authority(Path home) {
        if (!Files.isDirectory(home)) {
            return Optional.empty();
        }
        try (Stream<Path> keys = Files.list(home.resolve("msp").resolve("keystore"))) {
            X509Certificate certificate = Pem.certificate(Files.readString(home.resolve("ca-cert.pem")));
            return keys.filter(key -> key.toString().endsWith("_sk")).flatMap(key -> authority(certificate, key)).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder holds the key of the authority's TLS certificate, too. */
    private static Stream<CertificateAuthority> authority(X509Certificate certificate, Path key) {
        try {
            return Stream.of(CertificateAuthority.of(certificate, Pem.privateKey(Files.readString(key)), Clock.systemUTC()));
        } catch (InvalidKeyException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a network of native processes the operator brings the revocation list into the channel, in a block of its own. */
    @Override
    public void revoke(People people, Party party, LedgerIdentity identity) {
        if (Files.isDirectory(folder.resolve("plan"))) {
            VoltrailClient witness = people.someoneOf(party);
            long next = witness.height().toCompletableFuture().join();
            operate("revoke", party.organisation(), identity.name());
            witness.awaitBlock(next).toCompletableFuture().join();
        } else {
            ScenarioNetwork.super.revoke(people, party, identity);
        }
    }

    private void operate(String command, String organisation, String user) {
        try {
            File log = File.createTempFile("voltrail-network", ".log");
            Process process = new ProcessBuilder(
                            SCRIPT.toAbsolutePath().normalize().toString(), "--data", folder.toString(), command, organisation, user)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(log.toPath()));
            }
            Files.delete(log.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
