package org.voltrail.network.organisation;

import java.util.Locale;

/** What a member of an organisation is; its certificate says so in its organisational unit. */
public enum Role {
    PEER("peers", '.'),
    ORDERER("orderers", '.'),
    ADMIN("users", '@'),
    CLIENT("users", '@');

    private final String folder;
    private final char separator;

    Role(String folder, char separator) {
        this.folder = folder;
        this.separator = separator;
    }

    /** The organisational unit in the certificate, and Fabric CA's name for the type. */
    public String unit() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The folder of such members within the organisation's. */
    String folder() {
        return folder;
    }

    /** A member's whole name: {@code peer0.example.com}, {@code User1@example.com}. */
    String fullName(String name, String domain) {
        return name + separator + domain;
    }

    /** Whether it serves others, so that its TLS certificate is a server's. */
    boolean isServer() {
        return this == PEER || this == ORDERER;
    }
}
