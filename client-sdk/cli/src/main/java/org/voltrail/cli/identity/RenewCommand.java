package org.voltrail.cli.identity;

import org.voltrail.cli.CliCommand;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.client.enrolment.RenewalRequest;
import org.voltrail.client.identity.LedgerIdentity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail identity renew}. */
@Command(name = "renew", description = "Renew an identity's certificate, with a fresh key.")
final class RenewCommand extends CliCommand {

    @Parameters(paramLabel = "LABEL", description = "Label in the wallet.")
    private String label = "";

    @Option(names = "--keep-key", description = "Keep the key.")
    private boolean keepKey;

    @Override
    protected ExitCode run(Session session, Console console) {
        LedgerIdentity old = session.identity(label);
        RenewalRequest request = keepKey ? RenewalRequest.SAME_KEY : RenewalRequest.FRESH_KEY;
        LedgerIdentity renewed = session.authority(session.organisation(old.mspId())).renew(old, request).identity();
        session.wallet().put(label, renewed);
        IdentityLine line = IdentityLine.of(label, renewed);
        console.result(line, line.sentence("Renewed"));
        return ExitCode.OK;
    }
}
