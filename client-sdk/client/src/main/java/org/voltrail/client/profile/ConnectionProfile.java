package org.voltrail.client.profile;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection profile, checked: every name it mentions is defined in it and every certificate is readable. Fields that this client
 * has no use for (orderers, policies of channels, wallets) are passed over.
 *
 * @param name the profile's name; empty if it has none
 * @param clientOrganisation organisation that the profile's {@code client} section names; null if it names none
 * @param organisations organisations by name, in the profile's order
 * @param peers peers by name
 * @param certificateAuthorities certificate authorities by name
 * @param channels names of the channels
 */
public record ConnectionProfile(
        String name,
        @Nullable String clientOrganisation,
        Map<String, Organisation> organisations,
        Map<String, Peer> peers,
        Map<String, CertificateAuthority> certificateAuthorities,
        List<String> channels) {
    /** Copies the collections, keeping their order. */
    public ConnectionProfile {
        organisations = copy(organisations);
        peers = copy(peers);
        certificateAuthorities = copy(certificateAuthorities);
        channels = List.copyOf(channels);
    }

    /**
     * Reads a profile from a file, JSON or YAML. Relative paths in it start at the file's folder.
     *
     * @throws ProfileException if the file or a field in it is at fault
     */
    public static ConnectionProfile load(Path file) {
        return ProfileReader.load(file);
    }

    /**
     * Reads a profile from text, JSON or YAML.
     *
     * @param text the profile
     * @param folder where relative paths in it start
     * @throws ProfileException if a field is at fault
     */
    public static ConnectionProfile parse(String text, Path folder) {
        return ProfileReader.parse(text, folder);
    }

    /**
     * An organisation by its name.
     *
     * @throws ProfileException if there is none
     */
    public Organisation organisation(String organisationName) {
        return Optional.ofNullable(organisations.get(organisationName))
                .orElseThrow(() -> new ProfileException("organizations." + organisationName,
                        "no such organisation; there are " + organisations.keySet()));
    }

    /**
     * An organisation by its MSP id.
     *
     * @throws ProfileException if there is none
     */
    public Organisation organisationOfMsp(String mspId) {
        return organisations.values().stream()
                .filter(organisation -> organisation.mspId().equals(mspId))
                .findFirst()
                .orElseThrow(() -> new ProfileException("organizations", "no organisation has the mspid " + mspId + "; there are "
                        + organisations.values().stream().map(Organisation::mspId).toList()));
    }

    /**
     * An organisation's peers, in order of preference.
     *
     * @throws ProfileException if it has none
     */
    public List<Peer> peersOf(Organisation organisation) {
        if (organisation.peers().isEmpty()) {
            throw new ProfileException("organizations." + organisation.name() + ".peers",
                    "the organisation has no peers; choose another one's with ClientOptions.withOrganisation");
        }
        return organisation.peers().stream().map(peers::get).toList();
    }

    /**
     * An organisation's first certificate authority.
     *
     * @throws ProfileException if it has none
     */
    public CertificateAuthority certificateAuthorityOf(Organisation organisation) {
        return organisation.certificateAuthorities().stream()
                .findFirst()
                .map(certificateAuthorities::get)
                .orElseThrow(() -> new ProfileException("organizations." + organisation.name() + ".certificateAuthorities",
                        "the organisation has no certificate authority"));
    }

    private static <T> Map<String, T> copy(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
