package org.voltrail.topology;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.voltrail.topology.trial.TrialCertificates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts the users' roles into certificates that cryptogen has made. */
@Command(name = "trial-roles", description = "Puts the users' roles into certificates that cryptogen has made.")
final class TrialRolesCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "The network's data directory.")
    private Path data = Path.of("");

    @Override
    public Integer call() {
        Layout layout = new Layout(data);
        Topology topology = TopologyFile.read(layout.topology());
        topology.organisations().forEach(each -> putRoles(topology, each, layout));
        return 0;
    }

    private void putRoles(Topology topology, Organisation organisation, Layout layout) {
        Path made = data.resolve("cryptogen/peerOrganizations").resolve(organisation.id() + "." + topology.domain());
        TrialCertificates authority = TrialCertificates.of(made.resolve("ca"));
        for (Organisation.User user : organisation.users()) {
            Path certificate = layout.organisation(organisation.name()).resolve("users").resolve(user.name()).resolve("msp/signcerts/cert.pem");
            if (Files.exists(certificate) && !user.roles().isEmpty()) {
                authority.putRoles(certificate, user.name(), user.roles());
            }
        }
    }
}
