/** Anchors of sensor windows that are kept elsewhere. */
@NullMarked
package org.voltrail.contract.telemetry;

import org.jspecify.annotations.NullMarked;
