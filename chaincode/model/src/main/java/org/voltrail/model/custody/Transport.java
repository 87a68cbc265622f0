package org.voltrail.model.custody;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Validated;

/**
 * How a consignment travels.
 *
 * @param unNumber UN number
 * @param provision special provision
 * @param packing packing instruction
 * @param document number of the transport document (ADR 5.4.1), at most 64 characters
 * @param vehicle registration of the vehicle or wagon, at most 32 characters
 */
public record Transport(
        UnNumber unNumber, SpecialProvision provision, PackingInstruction packing, String document, @Nullable String vehicle)
        implements Validated {
    @Override
    public void validate(Check check) {
        check.required("unNumber", unNumber);
        check.required("provision", provision);
        check.required("packing", packing);
        check.text("document", document, 64);
        check.optionalText("vehicle", vehicle, 32);
    }
}
