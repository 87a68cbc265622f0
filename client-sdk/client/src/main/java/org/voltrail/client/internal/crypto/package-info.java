/** Elliptic-curve signatures through the fastest provider at hand. */
@NullMarked
package org.voltrail.client.internal.crypto;

import org.jspecify.annotations.NullMarked;
