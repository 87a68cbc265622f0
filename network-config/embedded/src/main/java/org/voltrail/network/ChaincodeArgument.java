package org.voltrail.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voltrail.network.deployment.ChaincodeDeployment;

/**
 * A chaincode as the command line names it: {@code voltrail=localhost:9900} (the organisations' first peers find their servers at 9900,
 * 9901 and so on), {@code voltrail:1.1=ManufacturerOrg@localhost:9900,RecyclerOrg@localhost:9950}, or {@code voltrail} alone to go on
 * with the addresses that are known.
 */
record ChaincodeArgument(String name, String version, String firstAddress, Map<String, String> addresses) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]+)(?::([A-Za-z0-9_.+-]+))?(?:=(.+))?");
    private static final Pattern ADDRESS = Pattern.compile("(?:([^@]+)@)?([^@:]+):(\\d+)");
    private static final String DEFAULT_VERSION = "1.0";

    /**
     * Reads an argument.
     *
     * @throws IllegalArgumentException when it has another form
     */
    static ChaincodeArgument parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw fault(text);
        }
        String version = form.group(2) == null ? DEFAULT_VERSION : form.group(2);
        return form.group(3) == null
                ? new ChaincodeArgument(form.group(1), version, "", Map.of())
                : withAddresses(form.group(1), version, form.group(3), text);
    }

    private static ChaincodeArgument withAddresses(String name, String version, String list, String text) {
        Map<String, String> addresses = new LinkedHashMap<>();
        String first = "";
        for (String part : list.split(",")) {
            Matcher address = ADDRESS.matcher(part.strip());
            if (!address.matches()) {
                throw fault(text);
            }
            if (address.group(1) == null) {
                first = address.group(2) + ":" + address.group(3);
            } else {
                addresses.put(address.group(1), address.group(2) + ":" + address.group(3));
            }
        }
        return new ChaincodeArgument(name, version, first, addresses);
    }

    private static IllegalArgumentException fault(String text) {
        return new IllegalArgumentException(
                "Expected NAME[:VERSION][=HOST:PORT | =ORGANISATION@HOST:PORT,...], not '%s'".formatted(text));
    }

    /** The deployment on peers of these names. */
    ChaincodeDeployment deployment(List<String> peers) {
        ChaincodeDeployment deployment = ChaincodeDeployment.of(name, version);
        for (Map.Entry<String, String> address : addresses.entrySet()) {
            deployment = deployment.servedAt(address.getKey(), address.getValue());
        }
        if (!firstAddress.isEmpty()) {
            int colon = firstAddress.lastIndexOf(':');
            int port = Integer.parseInt(firstAddress.substring(colon + 1));
            for (String peer : peers) {
                deployment = deployment.servedAt(peer, firstAddress.substring(0, colon + 1) + port++);
            }
        }
        return deployment;
    }
}
