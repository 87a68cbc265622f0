package org.voltrail.network.organisation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.InvalidKeyException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.voltrail.network.ca.CaSettings;
import org.voltrail.network.ca.CertificateAuthority;
import org.voltrail.network.ca.OrganisationCa;
import org.voltrail.network.ca.RevocationFilter;
import org.voltrail.network.crypto.DurableFiles;
import org.voltrail.network.crypto.FileStore;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.crypto.TlsMaterial;
import org.voltrail.network.identity.MspException;
import org.voltrail.network.identity.SigningIdentity;

/**
 * An organisation with its own certificate authority, its members and their keys, in a folder. Real Fabric's programs can work
 * with the folder too. Thread-safe; one process at a time.
 */
public final class Organisation {
    private static final String DESCRIPTION = "organisation.json";
    private static final String CA = "ca";
    private static final String TLS_CA = "tlsca";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Description description;
    private final Layout layout;
    private final CertificateAuthority tlsAuthority;
    private final OrganisationCa ca;
    private final MemberMaker maker;

    private Organisation(Path folder, Description description, FileStore files, Clock clock) throws IOException, InvalidKeyException {
        this.folder = folder;
        this.description = description;
        this.layout = new Layout(folder, description.domain(), files);
        CertificateAuthority authority = authority(CA, clock);
        this.tlsAuthority = authority(TLS_CA, clock);
        this.ca = OrganisationCa.open(authority, layout.register(), CaSettings.defaults(caName(), List.of(affiliation())), files, clock);
        this.maker = new MemberMaker(layout, ca, tlsAuthority, description.hosts());
        ca.onRevocation(this::keepRevocationList);
        if (!ca.allRevokedIn(layout.revocationLists())) {
            layout.writeRevocationList(ca.revocationList(RevocationFilter.ALL));
        }
    }

    private CertificateAuthority authority(String kind, Clock clock) throws IOException, InvalidKeyException {
        X509Certificate certificate = Pem.certificate(Files.readAllBytes(layout.authorityCertificate(kind)));
        return CertificateAuthority.of(certificate, Pem.privateKey(Files.readAllBytes(layout.authorityKey(kind))), clock);
    }

    private void keepRevocationList(X509CRL list) {
        try {
            layout.writeRevocationList(list);
        } catch (IOException e) {
            throw new UncheckedIOException("the revocation list of " + name() + " cannot be written", e);
        }
    }

    /**
     * Makes an organisation: its authorities, its MSP and its first members. The folder appears when all of it is there.
     *
     * @param folder must not exist yet
     * @throws OrganisationException when it cannot be made
     */
    public static Organisation create(Path folder, OrganisationProfile profile, Clock clock) throws OrganisationException {
        Path target = folder.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new OrganisationException("there is something at " + target + " already");
        }
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            delete(unfinished);
            Files.createDirectories(unfinished);
            make(unfinished, profile, clock);
            DurableFiles.force(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | InvalidKeyException e) {
            throw new OrganisationException("organisation " + profile.name() + " cannot be made", e);
        }
        return load(target, clock);
    }

    private static void make(Path folder, OrganisationProfile profile, Clock clock) throws IOException, InvalidKeyException, OrganisationException {
        Layout layout = new Layout(folder, profile.domain(), FileStore.UNFINISHED);
        CertificateAuthority authority = AuthorityMaker.make(layout, CA, profile, clock);
        CertificateAuthority tlsAuthority = AuthorityMaker.make(layout, TLS_CA, profile, clock);
        layout.writeMsp(layout.msp(), authority.certificate(), tlsAuthority.certificate());
        Description description = new Description(profile.name(), profile.mspId(), profile.domain(), profile.hosts());
        layout.write(folder.resolve(DESCRIPTION), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(description));
        Organisation organisation = new Organisation(folder, description, FileStore.UNFINISHED, clock);
        organisation.maker.makeCaTls();
        for (MemberProfile member : profile.members()) {
            organisation.maker.make(member, description.domain());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * Loads an organisation that {@link #create} has made.
     *
     * @throws OrganisationException when something is missing or does not fit
     */
    public static Organisation load(Path folder, Clock clock) throws OrganisationException {
        try {
            Description description = JSON.readValue(folder.resolve(DESCRIPTION).toFile(), Description.class);
            return new Organisation(folder.toAbsolutePath().normalize(), description, FileStore.DURABLE, clock);
        } catch (IOException | InvalidKeyException e) {
            throw new OrganisationException("the organisation in " + folder + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** Whether there is an organisation in the folder. */
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve(DESCRIPTION));
    }

    /** Its name in a channel's configuration. */
    public String name() {
        return description.name();
    }

    public String mspId() {
        return description.mspId();
    }

    /** The domain that its members' names end in. */
    public String domain() {
        return description.domain();
    }

    public Path folder() {
        return folder;
    }

    /** Its certificate authority. */
    public OrganisationCa ca() {
        return ca;
    }

    /** The authority's name, as clients ask for it: {@code ca.manufacturer.example.com} say. */
    public String caName() {
        return "ca." + description.domain();
    }

    private String affiliation() {
        return description.domain().split("\\.")[0].toLowerCase(Locale.ROOT);
    }

    /** TLS material for the authority's own server. */
    public TlsMaterial caTls() {
        return Layout.tls(layout.caTls(), true);
    }

    /** The certificate that its servers' TLS certificates are to be trusted by. */
    public X509Certificate tlsAuthority() {
        return tlsAuthority.certificate();
    }

    /** Its MSP as it is now, with the latest revocation list. */
    public MSPConfig msp() throws OrganisationException {
        try {
            return MspFolder.read(layout.msp(), mspId());
        } catch (IOException e) {
            throw new OrganisationException("the MSP of " + name() + " cannot be read", e);
        }
    }

    /** The members of a role, by name. */
    public List<Member> members(Role role) throws OrganisationException {
        try {
            List<Member> members = new ArrayList<>();
            for (Path member : layout.members(role)) {
                read(member, role).filter(m -> m.role() == role).ifPresent(members::add);
            }
            return members;
        } catch (IOException e) {
            throw new OrganisationException("the members of " + name() + " cannot be read", e);
        }
    }

    /** A member by its name, with or without the domain. */
    public Member member(Role role, String name) throws OrganisationException {
        return members(role).stream().filter(m -> m.name().equals(name) || m.name().equals(role.fullName(name, domain()))).findFirst()
                .orElseThrow(() -> new OrganisationException(this.name() + " has no " + role.unit() + " " + name));
    }

    /** Makes one more member. */
    public Member add(MemberProfile profile) throws OrganisationException {
        try {
            Path member = maker.make(profile, domain());
            return read(member, profile.role()).orElseThrow();
        } catch (IOException e) {
            throw new OrganisationException("member " + profile.name() + " of " + name() + " cannot be made", e);
        }
    }

    private Optional<Member> read(Path member, Role like) throws IOException, OrganisationException {
        X509Certificate certificate = Pem.certificate(Files.readAllBytes(Layout.signingCertificate(member)));
        Role role = MemberMaker.role(certificate).orElse(like);
        try {
            SigningIdentity identity = SigningIdentity.of(mspId(), certificate, Pem.privateKey(Files.readAllBytes(Layout.signingKey(member))));
            return Optional.of(new Member(member.getFileName().toString(), role, member, identity, Layout.tls(member.resolve("tls"), role.isServer())));
        } catch (MspException e) {
            throw new OrganisationException("member " + member.getFileName() + " of " + name() + ": " + e.getMessage(), e);
        }
    }

    /** What is known of an organisation besides its certificates. */
    record Description(String name, String mspId, String domain, List<String> hosts) {}
}
