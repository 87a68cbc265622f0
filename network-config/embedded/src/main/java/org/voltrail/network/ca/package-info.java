/** An organisation's certificate authority: issuing and revoking certificates, the register of identities, and Fabric CA's REST interface. */
@NullMarked
package org.voltrail.network.ca;

import org.jspecify.annotations.NullMarked;
