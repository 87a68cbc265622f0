package org.voltrail.cli;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.ErrorCode;

/** What can be done about a refusal on the command line, where the ledger itself gives no advice. */
final class Remedies {

    private Remedies() {}

    static @Nullable String of(ErrorCode code) {
        return switch (code) {
            case ROLE_REQUIRED -> "Act as an identity that has the role (--identity; \"voltrail identity list\" shows roles), "
                    + "and have the authority give the role to the organisation.";
            case UNKNOWN_PARTICIPANT -> "The authority has to admit the organisation: \"voltrail network setup\" does it for a new "
                    + "network, \"voltrail submit oversight:admit\" for one organisation.";
            case NOT_ACCREDITED -> "The authority has to accredit the organisation: \"voltrail submit oversight:accredit\".";
            case NOT_HOLDER -> "\"voltrail get\" shows who holds it; only the holder can do this.";
            case IDENTITY_NOT_FOUND -> "Check the name. Serial numbers of other organisations are written MSP/serial, for example "
                    + "ManufacturerMSP/A-17.";
            case BATTERY_NOT_FOUND -> "Check the id; \"voltrail get\" takes any of a battery's identities.";
            case COMMAND_ID_REUSED -> "Leave out --command-id, or choose a fresh one.";
            case STALE_HEAD -> "Look at the battery again and decide anew.";
            case ON_HOLD -> "The authority has to release it: \"voltrail release\".";
            default -> null;
        };
    }
}
