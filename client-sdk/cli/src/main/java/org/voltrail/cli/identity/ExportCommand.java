package org.voltrail.cli.identity;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.identity.Pkcs12;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail identity export}. */
@Command(name = "export", description = "Print an identity's certificate, or write the identity with its key to a PKCS#12 file.")
final class ExportCommand extends CliCommand {

    @Parameters(paramLabel = "LABEL", description = "Label in the wallet.")
    private String label = "";

    @Option(names = "--p12", paramLabel = "FILE", description = "PKCS#12 file to write, readable by its owner only.")
    private @Nullable Path p12;

    @Option(names = "--password", paramLabel = "PASSWORD", interactive = true, arity = "0..1",
            description = "Password for the file; asked for when its value is left out.")
    private char[] password = new char[0];

    @Override
    protected ExitCode run(Session session, Console console) {
        LedgerIdentity identity = session.identity(label);
        if (p12 == null) {
            console.result(identity.certificatePem(), identity.certificatePem().stripTrailing());
            return ExitCode.OK;
        }
        if (password.length == 0) {
            throw new CliException(ExitCode.USAGE, "A password is needed for a file with a key in it.", "Give --password.");
        }
        Pkcs12.store(identity, List.of(), p12, password);
        console.remark("Wrote " + p12 + ".");
        return ExitCode.OK;
    }
}
