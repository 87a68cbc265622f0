package org.voltrail.cli.battery;

import org.voltrail.client.VoltrailClient;
import org.voltrail.model.LedgerException;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.PassportId;

/** Finds batteries by whatever the user pasted. */
public final class Batteries {

    private Batteries() {}

    /**
     * The id of a battery.
     *
     * @param client to ask
     * @param pasted passport identifier in any form, or any other identity
     * @return its passport identifier in normal form; not necessarily on the ledger if it was pasted
     */
    public static String id(VoltrailClient client, String pasted) {
        try {
            return PassportId.normalise(pasted);
        } catch (LedgerException noPassportId) {
            String manufacturer = client.identity().mspId();
            return client.evaluate(new BatteryQuery.Resolve(pasted, manufacturer)).battery();
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
