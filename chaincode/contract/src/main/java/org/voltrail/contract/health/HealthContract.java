package org.voltrail.contract.health;

import org.voltrail.contract.ledger.LedgerContract;
import org.voltrail.model.health.HealthCommand;
import org.voltrail.model.health.HealthQuery;

/** Contract {@code health}: state-of-health tests. */
public final class HealthContract extends LedgerContract {
    /** A contract without state. */
    public HealthContract() {
        super("health");
        submit(HealthCommand.RecordTest.class, HealthTests::record, HealthTests::keys);
        answer(HealthQuery.GetTest.class, HealthTests::get);
        answer(HealthQuery.Tests.class, HealthTests::list);
    }
}
