package org.voltrail.scenarios.network;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.enrolment.EnrolmentRequest;
import org.voltrail.client.enrolment.FabricCa;
import org.voltrail.client.enrolment.Registration;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.client.profile.CertificateAuthority;
import org.voltrail.client.profile.ConnectionProfile;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.Role;
import org.voltrail.model.oversight.AccreditationGrant;
import org.voltrail.model.oversight.AccreditationScope;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.ParticipantEntry;

/** The people of the standard network: enrolled at their organisations' authorities when first called upon. */
public final class People implements AutoCloseable {
    private static final Map<Party, Set<Role>> ROLES = Map.of(
            Party.MANUFACTURER, Set.of(Role.MANUFACTURER),
            Party.CARRIER, Set.of(Role.CARRIER),
            Party.RECYCLER, Set.of(Role.RECYCLER, Role.COLLECTOR, Role.SECOND_LIFE, Role.TESTER),
            Party.REGULATOR, Set.of(Role.REGULATOR));

    private final ScenarioNetwork network;
    private final Map<Person, VoltrailClient> clients = new ConcurrentHashMap<>();

    private final Map<Party, LedgerIdentity> registrars = new ConcurrentHashMap<>();

    private record Person(Party party, List<Role> roles) {}

    public People(ScenarioNetwork network) {
        this.network = network;
    }

    /** Someone of the organisation with all roles that the standard network gives to it. */
    public VoltrailClient someoneOf(Party party) {
        return someoneOf(party, ROLES.get(party).stream().sorted().toArray(Role[]::new));
    }

    /** Someone of the organisation whose certificate names these roles. */
    public VoltrailClient someoneOf(Party party, Role... roles) {
        return clients.computeIfAbsent(
                new Person(party, List.of(roles)), person -> VoltrailClient.connect(network.profile(), enrol(party, roles)));
    }

    /** Enrols somebody new. */
    public LedgerIdentity enrol(Party party, Role... roles) {
        FabricCa ca = authority(party);
        String name = "person-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        String attribute = Arrays.stream(roles).map(org.voltrail.model.json.WireNames::of).collect(Collectors.joining(","));
        String secret = ca.register(registrar(party), Registration.client(name).withAttribute("voltrail.role", attribute));
        return ca.enrol(EnrolmentRequest.of(name, secret)).identity();
    }

    /** The organisation's certificate authority. */
    public FabricCa authority(Party party) {
        return FabricCa.at(describedAuthority(party), party.msp());
    }

    /** The organisation's registrar. */
    public LedgerIdentity registrar(Party party) {
        return registrars.computeIfAbsent(party, organisation -> {
            CertificateAuthority.Registrar registrar = Objects.requireNonNull(describedAuthority(organisation).registrar(), "registrar");
            return authority(organisation).enrol(EnrolmentRequest.of(registrar.enrollId(), registrar.enrollSecret())).identity();
        });
    }

    private CertificateAuthority describedAuthority(Party party) {
        ConnectionProfile profile = network.profile();
        return profile.certificateAuthorityOf(profile.organisationOfMsp(party.msp()));
    }

    /** Constitutes the ledger, admits the organisations and accredits the recycler; harmless if that has been done before. */
    public People settle() {
        VoltrailClient regulator = someoneOf(Party.REGULATOR);
        try {
            regulator.submitAndWait(new OversightCommand.Constitute(Party.REGULATOR.msp(), entries()));
        } catch (LedgerRefusedException e) {
            if (e.code() != ErrorCode.ALREADY_CONSTITUTED) {
                throw e;
            }
            entries().forEach(entry -> regulator.submitAndWait(new OversightCommand.Admit(entry)));
        }
        for (AccreditationScope scope : AccreditationScope.values()) {
            regulator.submitAndWait(new OversightCommand.Accredit(accreditation(Party.RECYCLER, scope)));
        }
        return this;
    }

    /** An accreditation for all categories that holds for years. */
    public static AccreditationGrant accreditation(Party party, AccreditationScope scope) {
        return new AccreditationGrant(
                party.msp(), scope, "D-PL-" + party.ordinal() + scope.ordinal(), "National accreditation body", "2020-01-01", "2099-12-31", Set.of());
    }

    private static List<ParticipantEntry> entries() {
        return Arrays.stream(Party.values())
                .map(party -> new ParticipantEntry(party.msp(), party.organisation(), ROLES.get(party), "EU", null, null, null))
                .toList();
    }

    @Override
    public void close() {
        clients.values().forEach(VoltrailClient::close);
    }
}
