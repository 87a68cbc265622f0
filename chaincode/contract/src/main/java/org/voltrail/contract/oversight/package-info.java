/** Contract {@code oversight}: the authority's registers and powers, incentives, deadlines. */
@NullMarked
package org.voltrail.contract.oversight;

import org.jspecify.annotations.NullMarked;
