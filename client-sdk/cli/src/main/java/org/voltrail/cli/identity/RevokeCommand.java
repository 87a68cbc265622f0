package org.voltrail.cli.identity;

import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.client.enrolment.Revocation;
import org.voltrail.client.enrolment.RevocationReason;
import org.voltrail.client.enrolment.Revoked;
import org.voltrail.client.identity.LedgerIdentity;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voltrail identity revoke}. */
@Command(name = "revoke",
        description = "Revoke a member, or the one certificate of an identity in the wallet. The acting identity must be a revoker. The "
                + "network honours it once the revocation list is in the channel's configuration.")
final class RevokeCommand extends CliCommand {

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    @Option(names = "--reason", defaultValue = "UNSPECIFIED", description = "Why: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private RevocationReason reason = RevocationReason.UNSPECIFIED;

    @Override
    protected ExitCode run(Session session, Console console) {
        LedgerIdentity revoker = session.identity();
        Revoked revoked = session.authority(session.organisation(revoker.mspId()))
                .revoke(revoker, subject.revocation(session, reason));
        console.result(revoked.certificates(), revoked.certificates().size() + " certificates revoked.");
        return ExitCode.OK;
    }

    /** What to revoke. */
    static final class Subject {

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "Enrolment name: all certificates of the member.")
        private @Nullable String name;

        @Option(names = "--label", required = true, paramLabel = "LABEL", description = "Identity in the wallet: its certificate only.")
        private @Nullable String label;

        private Revocation revocation(Session session, RevocationReason reason) {
            return label != null
                    ? Revocation.of(session.identity(label).certificate(), reason)
                    : Revocation.ofMember(String.valueOf(name), reason);
        }
    }
}
