package org.voltrail.network.ca;

import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.util.IPAddress;

/** The hosts of a certificate's subject alternative names. */
final class Hosts {
    private Hosts() {}

    static GeneralNames names(List<String> hosts) {
        return new GeneralNames(hosts.stream().map(Hosts::name).toArray(GeneralName[]::new));
    }

    private static GeneralName name(String host) {
        return new GeneralName(IPAddress.isValid(host) ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }
}
