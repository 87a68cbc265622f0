package org.voltrail.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.voltrail.client.identity.FileWallet;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.model.Command;
import org.voltrail.model.Query;
import picocli.CommandLine;

/** Runs the command line against a client without a network, with a profile and a wallet of its own. */
public final class CommandLineFixture {

    public static final LedgerIdentity MANUFACTURER = identity("ManufacturerMSP", "clerk");

    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Function<Query<?>, Object> queries = query -> {
        throw new IllegalStateException("Nobody expected " + query);
    };
    private Function<Command<?>, Object> commands = command -> {
        throw new IllegalStateException("Nobody expected " + command);
    };
    private FakeClient client = new FakeClient(MANUFACTURER, queries, commands);

    public CommandLineFixture(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("connection.json"), """
                {"name":"test","version":"1.0.0","client":{"organization":"ManufacturerOrg"},
                 "organizations":{"ManufacturerOrg":{"mspid":"ManufacturerMSP","peers":["peer0"]}},
                 "peers":{"peer0":{"url":"grpc://localhost:7051"}}}
                """);
        FileWallet.open(folder.resolve("wallet")).put("clerk", MANUFACTURER);
    }

    public CommandLineFixture answering(Function<Query<?>, Object> answers) {
        queries = answers;
        return this;
    }

    public CommandLineFixture doing(Function<Command<?>, Object> answers) {
        commands = answers;
        return this;
    }

    public int run(String... arguments) {
        client = new FakeClient(MANUFACTURER, queries, commands);
        CommandLine commandLine = Voltrail.commandLine((profile, identity, options) -> client);
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("--profile", folder.resolve("connection.json").toString(),
                "--wallet", folder.resolve("wallet").toString()));
        all.addAll(List.of(arguments));
        return commandLine.execute(all.toArray(String[]::new));
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }

    public FakeClient client() {
        return client;
    }

    private static LedgerIdentity identity(String msp, String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            X500Name subject = new X500Name("CN=" + name);
            Date from = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
            Date until = Date.from(Instant.parse("2099-01-01T00:00:00Z"));
            JcaX509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(subject, BigInteger.ONE, from, until, subject, keys.getPublic());
            return LedgerIdentity.of(msp, new JcaX509CertificateConverter().getCertificate(
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))), keys.getPrivate());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
