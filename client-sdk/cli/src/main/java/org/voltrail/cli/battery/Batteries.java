package org.voltrail.cli.battery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voltrail.client.VoltrailClient;
import org.voltrail.model.LedgerException;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.PassportId;

/** Finds batteries by whatever the user pasted. */
public final class Batteries {

    /** A serial number with the MSP id of the manufacturer who gave it. */
    private static final Pattern SERIAL = Pattern.compile("([A-Za-z0-9.-]+)/(.+)");

    private Batteries() {}

    /**
     * The id of a battery.
     *
     * @param client to ask
     * @param pasted passport identifier in any form, or any other identity; serial numbers as {@code MSP/serial}, or alone if they
     *     are of one's own organisation
     * @return its passport identifier in normal form; not necessarily on the ledger if it was pasted
     */
    public static String id(VoltrailClient client, String pasted) {
        try {
            return PassportId.normalise(pasted);
        } catch (LedgerException noPassportId) {
            Matcher serial = SERIAL.matcher(pasted.strip());
            BatteryQuery.Resolve query = serial.matches()
                    ? new BatteryQuery.Resolve(serial.group(2), serial.group(1))
                    : new BatteryQuery.Resolve(pasted, client.identity().mspId());
            return client.evaluate(query).battery();
        }
    }

    /**
     * A battery.
     *
     * @param client to ask
     * @param pasted passport identifier in any form, or any other identity
     * @return its document
     */
    public static Battery get(VoltrailClient client, String pasted) {
        return client.evaluate(new BatteryQuery.Get(id(client, pasted)));
    }
}
