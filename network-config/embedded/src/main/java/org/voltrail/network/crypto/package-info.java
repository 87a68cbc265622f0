/** Digests, signatures and PEM: the cryptography that Fabric asks for, from the fastest provider at hand. */
@NullMarked
package org.voltrail.network.crypto;

import org.jspecify.annotations.NullMarked;
