package org.voltrail.client.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A field of a profile that knows its path, so that every complaint can name it. */
final class ProfileNode {
    private final String path;
    private final JsonNode node;
    private final Path folder;

    ProfileNode(String path, JsonNode node, Path folder) {
        this.path = path;
        this.node = node;
        this.folder = folder;
    }

    ProfileNode at(String name) {
        return new ProfileNode(path.isEmpty() ? name : path + "." + name, node.path(name), folder);
    }

    boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    /** Names of an object's members; none if it is absent. */
    List<String> names() {
        if (isAbsent()) {
            return List.of();
        }
        if (!node.isObject()) {
            throw fault("must be an object");
        }
        return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    /** Elements of a list; none if it is absent or no list. */
    List<ProfileNode> elements() {
        List<ProfileNode> elements = new ArrayList<>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            elements.add(new ProfileNode(path + "[" + i + "]", node.get(i), folder));
        }
        return elements;
    }

    String text() {
        if (isAbsent()) {
            throw fault("is missing");
        }
        if (!node.isValueNode() || node.asText().isBlank()) {
            throw fault("must be a text");
        }
        return node.asText();
    }

    String text(String name, String otherwise) {
        ProfileNode field = at(name);
        return field.isAbsent() ? otherwise : field.text();
    }

    long number(long otherwise, String... names) {
        for (String name : names) {
            ProfileNode field = at(name);
            if (!field.isAbsent()) {
                return field.number();
            }
        }
        return otherwise;
    }

    private long number() {
        try {
            long number = Long.parseLong(text());
            if (number < 1 || number > Integer.MAX_VALUE) {
                throw fault("must lie between 1 and " + Integer.MAX_VALUE);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new ProfileException(path, "must be a whole number, not " + text(), e);
        }
    }

    String oneOf(Set<String> known, String section) {
        String name = text();
        if (!known.contains(name)) {
            throw fault(name + " is not defined in " + section + "; there are " + known);
        }
        return name;
    }

    /** Certificates in PEM: {@code pem} holds a text or a list of texts, {@code path} names a file. */
    List<X509Certificate> certificates() {
        ProfileNode pem = at("pem");
        ProfileNode file = at("path");
        if (!pem.isAbsent()) {
            return pem.parseCertificates(pem.joinedText());
        }
        if (file.isAbsent()) {
            throw fault("needs pem or path: the certificates that vouch for the server");
        }
        return file.parseCertificates(file.content());
    }

    private String joinedText() {
        List<ProfileNode> elements = elements();
        return elements.isEmpty() ? text() : elements.stream().map(ProfileNode::text).collect(Collectors.joining("\n"));
    }

    private String content() {
        Path file = folder.resolve(text());
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ProfileException(path, "cannot read " + file + " (" + e.getMessage() + ")", e);
        }
    }

    private List<X509Certificate> parseCertificates(String pem) {
        try {
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
            if (certificates.isEmpty()) {
                throw fault("holds no certificate");
            }
            return certificates.stream().map(X509Certificate.class::cast).toList();
        } catch (CertificateException e) {
            throw new ProfileException(path, "holds no certificate in PEM: " + e.getMessage(), e);
        }
    }

    ProfileException fault(String message) {
        return new ProfileException(path, message);
    }
}
