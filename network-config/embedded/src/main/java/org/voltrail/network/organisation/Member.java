package org.voltrail.network.organisation;

import java.nio.file.Path;
import org.voltrail.network.crypto.TlsMaterial;
import org.voltrail.network.identity.SigningIdentity;

/**
 * A member of an organisation whose key is on this machine.
 *
 * @param name its whole name, {@code peer0.manufacturer.example.com} or {@code User1@manufacturer.example.com} say; its enrolment id
 * @param role what it is
 * @param folder where its material lies: {@code msp} and {@code tls}
 * @param identity its signing identity
 * @param tls its TLS material
 */
public record Member(String name, Role role, Path folder, SigningIdentity identity, TlsMaterial tls) {}
