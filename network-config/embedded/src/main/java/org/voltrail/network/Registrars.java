package org.voltrail.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.voltrail.network.NetworkProfile.Registrar;
import org.voltrail.network.ca.Attribute;
import org.voltrail.network.ca.CaException;
import org.voltrail.network.ca.RegisteredIdentity;
import org.voltrail.network.ca.Registration;
import org.voltrail.network.crypto.DurableFiles;
import org.voltrail.network.organisation.Organisation;

/** Gives each organisation's authority a registrar whose secret stands in the connection profile. */
final class Registrars {
    private static final String ID = "registrar";
    private static final String SECRET_FILE = "registrar.secret";
    private static final int SECRET_BYTES = 16;

    private Registrars() {}

    /** The organisation's registrar; registered the first time. */
    static Registrar of(Organisation organisation) {
        Path file = organisation.folder().resolve("ca").resolve(SECRET_FILE);
        try {
            if (!Files.exists(file)) {
                DurableFiles.writePrivately(file, newSecret().getBytes(StandardCharsets.US_ASCII));
            }
            Registrar registrar = new Registrar(ID, Files.readString(file));
            if (!organisation.ca().isRegistered(ID)) {
                register(organisation, registrar);
            }
            return registrar;
        } catch (IOException | CaException e) {
            throw NetworkMaker.cannot("register a registrar at the authority of " + organisation.name(), e);
        }
    }

    private static String newSecret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static void register(Organisation organisation, Registrar registrar) throws CaException {
        organisation.ca()
                .register(new Registration(
                        registrar.id(),
                        "client",
                        registrar.secret(),
                        RegisteredIdentity.UNLIMITED,
                        "",
                        List.of(
                                hidden(Attribute.REGISTRAR_ROLES, "*"),
                                hidden(Attribute.REGISTRAR_DELEGATE_ROLES, "*"),
                                hidden(Attribute.REGISTRAR_ATTRIBUTES, "*"),
                                hidden(Attribute.REVOKER, "true"),
                                hidden(Attribute.GENERATE_CRL, "true"))));
    }

    private static Attribute hidden(String name, String value) {
        return new Attribute(name, value, false);
    }
}
