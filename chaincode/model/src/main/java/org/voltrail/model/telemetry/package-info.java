/** Anchors of sensor windows: their integrity on the ledger, their bulk elsewhere. */
@NullMarked
package org.voltrail.model.telemetry;

import org.jspecify.annotations.NullMarked;
