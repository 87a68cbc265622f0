/** Membership: X.509 identities, MSP validation and signing. */
@NullMarked
package org.voltrail.network.identity;

import org.jspecify.annotations.NullMarked;
