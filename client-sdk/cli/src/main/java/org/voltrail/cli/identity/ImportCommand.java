package org.voltrail.cli.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.identity.Pem;
import org.voltrail.client.identity.Pkcs12;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voltrail identity import}. */
@Command(name = "import", description = "Put an identity into the wallet, from PEM files or PKCS#12.")
final class ImportCommand extends CliCommand {

    @Option(names = "--label", required = true, paramLabel = "LABEL", description = "Label in the wallet.")
    private String label = "";

    @Option(names = "--msp", required = true, paramLabel = "MSP", description = "MSP id of its organisation.")
    private String msp = "";

    @Option(names = "--password", paramLabel = "PASSWORD", interactive = true, arity = "0..1",
            description = "Password of the key or the PKCS#12 file; asked for when its value is left out.")
    private char[] password = new char[0];

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Override
    protected ExitCode run(Session session, Console console) {
        LedgerIdentity identity = source.read(msp, password);
        session.wallet().put(label, identity);
        IdentityLine line = IdentityLine.of(label, identity);
        console.result(line, line.sentence("Imported"));
        return ExitCode.OK;
    }

    /** Where it comes from. */
    static final class Source {

        @Option(names = "--p12", required = true, paramLabel = "FILE", description = "PKCS#12 file.")
        private @Nullable Path p12;

        @ArgGroup(exclusive = false)
        private @Nullable PemFiles pem;

        private LedgerIdentity read(String msp, char[] password) {
            if (p12 != null) {
                return Pkcs12.load(p12, password, msp);
            }
            if (pem == null) {
                throw new IllegalStateException("picocli demands one of the two");
            }
            return pem.read(msp, password);
        }
    }

    /** A certificate and its key. */
    static final class PemFiles {

        @Option(names = "--certificate", required = true, paramLabel = "FILE", description = "Certificate in PEM.")
        private Path certificate = Path.of("");

        @Option(names = "--key", required = true, paramLabel = "FILE", description = "Private key in PEM.")
        private Path key = Path.of("");

        private LedgerIdentity read(String msp, char[] password) {
            return LedgerIdentity.of(msp, Pem.certificate(text(certificate)), Pem.privateKey(text(key), password));
        }

        private static String text(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new CliException(ExitCode.LOCAL, file + " cannot be read: " + e, null, e);
            }
        }
    }
}
