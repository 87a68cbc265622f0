package org.voltrail.network.ca;

import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Subjects of certificates. */
public final class Subjects {
    private Subjects() {}

    /** A subject of organisational units (the first is the NodeOU role) and a common name. */
    public static X500Name of(String commonName, List<String> units) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        units.forEach(unit -> name.addRDN(BCStyle.OU, unit));
        return name.addRDN(BCStyle.CN, commonName).build();
    }

    /** An authority's subject. */
    static X500Name ofAuthority(String commonName, String organisation) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, organisation).addRDN(BCStyle.CN, commonName).build();
    }
}
