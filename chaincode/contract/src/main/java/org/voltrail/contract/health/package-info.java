/** Contract {@code health}: state-of-health tests by accredited testers. */
@NullMarked
package org.voltrail.contract.health;

import org.jspecify.annotations.NullMarked;
