package org.voltrail.model.battery;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.Validated;

/**
 * What is needed to put a battery on the ledger.
 *
 * @param id passport identifier in any form that {@link PassportId} reads
 * @param identities additional names, at most 8
 * @param specification what the manufacturer declares
 * @param operator MSP id of the responsible economic operator, if that is not the caller's organisation
 * @param place where the battery is, at most 128 characters
 */
public record BatteryRegistration(
        String id, List<Identity> identities, Specification specification, @Nullable String operator, @Nullable String place)
        implements Validated {
    /** Most additional names. */
    public static final int IDENTITIES_MAX = 8;

    /** Copies the list. */
    public BatteryRegistration {
        identities = Copies.list(identities);
    }

    /** A registration by the responsible operator itself. */
    public BatteryRegistration(String id, List<Identity> identities, Specification specification) {
        this(id, identities, specification, null, null);
    }

    @Override
    public void validate(Check check) {
        PassportId.parse(check, "id", id);
        check.atMost("identities", identities, IDENTITIES_MAX);
        check.each("identities", identities);
        check.nested("specification", specification);
        Optional.ofNullable(operator).ifPresent(msp -> check.msp("operator", msp));
        check.optionalText("place", place, 128);
    }

    /** The same with all names in their normal form. The registration must be valid. */
    public BatteryRegistration normalised(String manufacturerMsp) {
        List<Identity> normal = identities.stream().map(identity -> identity.normalised(manufacturerMsp)).toList();
        return new BatteryRegistration(PassportId.normalise(id), normal, specification, operator, place);
    }
}
