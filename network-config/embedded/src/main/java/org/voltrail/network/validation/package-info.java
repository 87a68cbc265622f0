/** Validation of an ordered block: endorsement policies, MVCC and phantom reads. */
@NullMarked
package org.voltrail.network.validation;

import org.jspecify.annotations.NullMarked;
