/** Who may see which field of a passport: the one table of access tiers. */
@NullMarked
package org.voltrail.model.access;

import org.jspecify.annotations.NullMarked;
