/** Two-sided handover of batteries and the hazard gate in front of it. */
@NullMarked
package org.voltrail.model.custody;

import org.jspecify.annotations.NullMarked;
