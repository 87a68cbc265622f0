package org.voltrail.network.ca;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.crypto.FileStore;
import org.voltrail.network.crypto.Sha256;

/**
 * The register of an authority: its identities and the certificates it has issued, one private file an owner, each replaced
 * whole when it changes. Thread-safe; one process at a time.
 */
final class CaRegister {
    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private final Path folder;
    private final FileStore files;
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<String, String> owners = new HashMap<>();

    private CaRegister(Path folder, FileStore files) {
        this.folder = folder;
        this.files = files;
    }

    /** Opens the register in a folder, which may be missing. */
    static CaRegister open(Path folder, FileStore files) throws IOException {
        CaRegister register = new CaRegister(folder, files);
        if (Files.isDirectory(folder)) {
            register.load();
        }
        return register;
    }

    private void load() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().endsWith(".json")).toList()) {
                remember(JSON.readValue(file.toFile(), Entry.class));
            }
        }
    }

    private void remember(Entry entry) {
        entries.put(entry.owner(), entry);
        entry.certificates().forEach(certificate -> owners.put(key(certificate.serial(), certificate.aki()), entry.owner()));
    }

    synchronized Optional<RegisteredIdentity> identity(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::identity);
    }

    /** All identities, by id. */
    synchronized List<RegisteredIdentity> identities() {
        return entries.values().stream().flatMap(entry -> Stream.ofNullable(entry.identity())).toList();
    }

    /** All certificates, the oldest of each owner first. */
    synchronized List<IssuedCertificate> certificates() {
        return entries.values().stream().flatMap(entry -> entry.certificates().stream()).toList();
    }

    synchronized Optional<IssuedCertificate> certificate(String serial, String aki) {
        return Optional.ofNullable(owners.get(key(serial, aki))).map(entries::get)
                .flatMap(entry -> entry.certificates().stream().filter(c -> c.serial().equals(serial) && c.aki().equals(aki)).findFirst());
    }

    /** Adds an identity; false when there is one of that id. */
    synchronized boolean add(RegisteredIdentity identity) {
        Entry before = entries.getOrDefault(identity.id(), new Entry(identity.id(), null, List.of()));
        if (before.identity() != null) {
            return false;
        }
        save(new Entry(identity.id(), identity, before.certificates()));
        return true;
    }

    /** Changes an identity, if it is there, and gives it as it then is. The change must be quick and must not call the register. */
    synchronized Optional<RegisteredIdentity> change(String id, UnaryOperator<RegisteredIdentity> change) {
        Entry before = entries.get(id);
        if (before == null || before.identity() == null) {
            return Optional.empty();
        }
        RegisteredIdentity changed = change.apply(before.identity());
        if (!changed.equals(before.identity())) {
            save(new Entry(id, changed, before.certificates()));
        }
        return Optional.of(changed);
    }

    /** Removes an identity; its certificates stay known. */
    synchronized void remove(String id) {
        Entry before = entries.get(id);
        if (before != null) {
            save(new Entry(id, null, before.certificates()));
        }
    }

    synchronized void addCertificate(IssuedCertificate certificate) {
        Entry before = entries.getOrDefault(certificate.owner(), new Entry(certificate.owner(), null, List.of()));
        List<IssuedCertificate> more = new ArrayList<>(before.certificates());
        more.add(certificate);
        save(new Entry(certificate.owner(), before.identity(), more));
    }

    /** Changes an owner's certificates, and gives those that have changed. */
    synchronized List<IssuedCertificate> changeCertificates(String owner, UnaryOperator<IssuedCertificate> change) {
        Entry before = entries.getOrDefault(owner, new Entry(owner, null, List.of()));
        List<IssuedCertificate> after = before.certificates().stream().map(change).toList();
        List<IssuedCertificate> changed = after.stream().filter(certificate -> !before.certificates().contains(certificate)).toList();
        if (!changed.isEmpty()) {
            save(new Entry(owner, before.identity(), after));
        }
        return changed;
    }

    private void save(Entry entry) {
        try {
            files.writePrivately(file(entry.owner()), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(entry));
        } catch (IOException e) {
            throw new UncheckedIOException("the authority's register cannot be written", e);
        }
        remember(entry);
    }

    private Path file(String owner) {
        return folder.resolve(Sha256.hex(owner.getBytes(StandardCharsets.UTF_8)) + ".json");
    }

    private static String key(String serial, String aki) {
        return serial + "/" + aki;
    }

    /** What is in one file. */
    record Entry(String owner, @Nullable RegisteredIdentity identity, List<IssuedCertificate> certificates) {}
}
