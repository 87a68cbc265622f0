package org.voltrail.network.organisation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voltrail.network.crypto.FileStore;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.crypto.TlsMaterial;

/** Where an organisation's files lie, as cryptogen lays them out. Private keys are PKCS#8 in PEM, for their owner only. */
final class Layout {
    private static final String KEY_FILE = "priv_sk";

    private final Path root;
    private final String domain;
    private final FileStore files;

    Layout(Path root, String domain, FileStore files) {
        this.root = root;
        this.domain = domain;
        this.files = files;
    }

    Path msp() {
        return root.resolve("msp");
    }

    Path register() {
        return root.resolve("ca").resolve("register");
    }

    Path member(Role role, String fullName) {
        return root.resolve(role.folder()).resolve(fullName);
    }

    Path caTls() {
        return root.resolve("ca").resolve("tls");
    }

    /** Writes an authority's certificate and key: {@code ca} or {@code tlsca}. */
    void writeAuthority(String kind, X509Certificate certificate, PrivateKey key) throws IOException {
        write(authorityCertificate(kind), Pem.encode(certificate));
        writeKey(authorityKey(kind), key);
    }

    Path authorityCertificate(String kind) {
        return root.resolve(kind).resolve(authorityFile(kind));
    }

    Path authorityKey(String kind) {
        return root.resolve(kind).resolve(KEY_FILE);
    }

    private String authorityFile(String kind) {
        return kind + "." + domain + "-cert.pem";
    }

    /** Writes what is the same in the organisation's MSP folder and in each member's. */
    void writeMsp(Path msp, X509Certificate authority, X509Certificate tlsAuthority) throws IOException {
        write(msp.resolve(MspFolder.AUTHORITIES).resolve(authorityFile("ca")), Pem.encode(authority));
        write(msp.resolve(MspFolder.TLS_AUTHORITIES).resolve(authorityFile("tlsca")), Pem.encode(tlsAuthority));
        write(msp.resolve(MspFolder.CONFIGURATION), nodeOus());
    }

    private String nodeOus() {
        return Stream.of("Client", "Peer", "Admin", "Orderer").map(this::nodeOu).collect(Collectors.joining("", "NodeOUs:\n  Enable: true\n", ""));
    }

    private String nodeOu(String role) {
        return "  %sOUIdentifier:\n    Certificate: %s/%s\n    OrganizationalUnitIdentifier: %s\n"
                .formatted(role, MspFolder.AUTHORITIES, authorityFile("ca"), role.toLowerCase(Locale.ROOT));
    }

    static Path signingCertificate(Path member) {
        return member.resolve("msp").resolve("signcerts").resolve(member.getFileName() + "-cert.pem");
    }

    static Path signingKey(Path member) {
        return member.resolve("msp").resolve("keystore").resolve(KEY_FILE);
    }

    static TlsMaterial tls(Path folder, boolean server) {
        String name = server ? "server" : "client";
        return new TlsMaterial(folder.resolve(name + ".crt"), folder.resolve(name + ".key"), folder.resolve("ca.crt"));
    }

    void writeTls(TlsMaterial tls, X509Certificate certificate, PrivateKey key, X509Certificate authority) throws IOException {
        write(tls.certificate(), Pem.encode(certificate));
        writeKey(tls.key(), key);
        write(tls.authority(), Pem.encode(authority));
    }

    void writeRevocationList(X509CRL list) throws IOException {
        write(revocationListFile(), Pem.encode(list));
    }

    /** The revocation list in the MSP folder, if there is one. */
    List<X509CRL> revocationLists() throws IOException {
        Path file = revocationListFile();
        return Files.exists(file) ? List.of(Pem.revocationList(Files.readAllBytes(file))) : List.of();
    }

    private Path revocationListFile() {
        return msp().resolve(MspFolder.REVOCATION_LISTS).resolve("crl.pem");
    }

    /** Whether all of a member's material is there; what is written last tells. */
    static boolean isComplete(Path member) {
        return Files.exists(tls(member.resolve("tls"), true).authority());
    }

    /** The folders of the members of a role and its like, by name; those whose making was broken off are left out. */
    List<Path> members(Role role) throws IOException {
        Path folder = root.resolve(role.folder());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> members = Files.list(folder)) {
            return members.filter(Layout::isComplete).sorted().toList();
        }
    }

    void write(Path file, String text) throws IOException {
        files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    void writeKey(Path file, PrivateKey key) throws IOException {
        files.writePrivately(file, Pem.encode(key).getBytes(StandardCharsets.US_ASCII));
    }
}
