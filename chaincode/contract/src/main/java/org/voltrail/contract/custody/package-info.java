/** Two-sided handover with the hazard gate. */
@NullMarked
package org.voltrail.contract.custody;

import org.jspecify.annotations.NullMarked;
