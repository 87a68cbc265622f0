/** Registration, identities, parts, service, succession, private details and the passport. */
@NullMarked
package org.voltrail.contract.battery;

import org.jspecify.annotations.NullMarked;
