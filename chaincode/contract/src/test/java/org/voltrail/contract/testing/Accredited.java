package org.voltrail.contract.testing;

import java.util.Set;
import org.voltrail.model.battery.Category;
import org.voltrail.model.oversight.AccreditationGrant;
import org.voltrail.model.oversight.AccreditationScope;
import org.voltrail.model.oversight.OversightCommand;

/** Accreditations that the authority grants in a {@link Scene}. */
public final class Accredited {
    private Accredited() {}

    /** Valid for the whole of 2026 and 2027, for all categories. */
    public static void grant(Scene scene, TestIdentity to, AccreditationScope... scopes) {
        for (AccreditationScope scope : scopes) {
            grant(scene, to, scope, "2026-01-01", "2027-12-31", Set.of());
        }
    }

    /** An accreditation. */
    public static void grant(
            Scene scene, TestIdentity to, AccreditationScope scope, String from, String until, Set<Category> categories) {
        AccreditationGrant grant = new AccreditationGrant(to.msp(), scope, "AC-" + scope.ordinal(), "DAkkS", from, until, categories);
        scene.ledger.submit(Scene.REGULATOR, new OversightCommand.Accredit(grant));
    }
}
