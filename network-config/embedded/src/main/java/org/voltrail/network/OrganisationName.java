package org.voltrail.network;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An organisation's names.
 *
 * @param name in the channel's configuration and in connection profiles, {@code ManufacturerOrg} say
 * @param mspId its MSP id, {@code ManufacturerMSP} say
 * @param domain the domain that its members' names end in, {@code manufacturer.voltrail.example} say
 */
public record OrganisationName(String name, String mspId, String domain) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final String SUFFIX = "Org";
    private static final String NETWORK_DOMAIN = "voltrail.example";

    /**
     * The names that follow from one: {@code ManufacturerOrg} and {@code Manufacturer} both give ManufacturerOrg, ManufacturerMSP and
     * manufacturer.voltrail.example. A name with a colon gives the MSP id after it: {@code Org1:Org1MSP}.
     *
     * @throws IllegalArgumentException when the name is no letter followed by letters and digits
     */
    public static OrganisationName of(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("An organisation's name is a letter followed by letters and digits, not '%s'".formatted(text));
        }
        String stem = name.endsWith(SUFFIX) && name.length() > SUFFIX.length() ? name.substring(0, name.length() - SUFFIX.length()) : name;
        String domain = stem.toLowerCase(Locale.ROOT) + "." + NETWORK_DOMAIN;
        return colon < 0
                ? new OrganisationName(stem + SUFFIX, stem + "MSP", domain)
                : new OrganisationName(name, text.substring(colon + 1), domain);
    }
}
