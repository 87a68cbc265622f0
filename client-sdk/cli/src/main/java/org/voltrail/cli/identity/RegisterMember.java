package org.voltrail.cli.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.client.enrolment.Registration;
import org.voltrail.client.identity.LedgerIdentity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voltrail identity register}. */
@Command(name = "register",
        description = "Make a new member known to the authority of the acting identity's organisation; it may then enrol.")
final class RegisterMember extends CliCommand {

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Enrolment name of the new member.")
    private String name = "";

    @Option(names = "--roles", paramLabel = "ROLES",
            description = "Roles on the ledger, separated by commas: manufacturer, carrier, collector, recycler, second-life, tester, "
                    + "regulator, auditor.")
    private @Nullable String roles;

    @Option(names = "--attribute", paramLabel = "NAME=VALUE", description = "A further attribute for its certificates; may be repeated.")
    private Map<String, String> attributes = Map.of();

    @Option(names = "--type", defaultValue = "client", paramLabel = "TYPE", description = "client, admin, peer or orderer (default: ${DEFAULT-VALUE}).")
    private String type = "client";

    @Option(names = "--secret", paramLabel = "SECRET", interactive = true, arity = "0..1",
            description = "Secret to enrol with (default: the authority makes one).")
    private @Nullable String secret;

    @Option(names = "--max-enrolments", paramLabel = "N", defaultValue = "0",
            description = "How often the secret can be used; -1 for without limit, 0 for the authority's own default.")
    private int maxEnrolments;

    @Override
    protected ExitCode run(Session session, Console console) {
        LedgerIdentity registrar = session.identity();
        Registration registration = Registration.client(name).withType(type).withMaxEnrolments(maxEnrolments);
        registration = secret == null ? registration : registration.withSecret(secret);
        registration = roles == null ? registration : registration.withAttribute(IdentityLine.ROLES, roles);
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            registration = registration.withAttribute(attribute.getKey(), attribute.getValue());
        }
        String given = session.authority(session.organisation(registrar.mspId())).register(registrar, registration);
        console.result(Map.of("name", name, "secret", given), "Registered " + name + ", secret " + given);
        return ExitCode.OK;
    }
}
