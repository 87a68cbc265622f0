package org.voltrail.cli.identity;

import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.client.enrolment.EnrolmentRequest;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.profile.CertificateAuthority;
import org.voltrail.client.profile.Organisation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voltrail identity enrol}. */
@Command(name = "enrol",
        description = "Enrol at an organisation's authority with name and secret, and keep the identity in the wallet. Without a name "
                + "the registrar that the connection profile names is enrolled.")
final class EnrolCommand extends CliCommand {

    @Option(names = "--org", required = true, paramLabel = "NAME", description = "Organisation, by name or MSP id.")
    private String organisation = "";

    @Option(names = "--name", paramLabel = "NAME", description = "Enrolment name.")
    private @Nullable String name;

    @Option(names = "--secret", paramLabel = "SECRET", interactive = true, arity = "0..1", echo = false,
            description = "Enrolment secret; asked for when left out.")
    private @Nullable String secret;

    @Option(names = "--label", paramLabel = "LABEL", description = "Label in the wallet (default: the enrolment name).")
    private @Nullable String label;

    @Override
    protected ExitCode run(Session session, Console console) {
        Organisation member = session.organisation(organisation);
        EnrolmentRequest request = name == null ? registrar(session, member) : EnrolmentRequest.of(name, secret());
        LedgerIdentity identity = session.authority(member).enrol(request).identity();
        String kept = label == null ? identity.name() : label;
        session.wallet().put(kept, identity);
        IdentityLine line = IdentityLine.of(kept, identity);
        console.result(line, line.sentence("Enrolled"));
        return ExitCode.OK;
    }

    private static EnrolmentRequest registrar(Session session, Organisation organisation) {
        CertificateAuthority authority = session.profile().certificateAuthorityOf(organisation);
        CertificateAuthority.Registrar registrar = authority.registrar();
        if (registrar == null) {
            throw new CliException(ExitCode.USAGE, "The profile names no registrar for " + organisation.name() + ".",
                    "Give --name and --secret.");
        }
        return EnrolmentRequest.of(registrar.enrollId(), registrar.enrollSecret());
    }

    private String secret() {
        if (secret != null) {
            return secret;
        }
        throw new CliException(ExitCode.USAGE, "The secret is missing.", "Give --secret; without a value it is asked for.");
    }
}
