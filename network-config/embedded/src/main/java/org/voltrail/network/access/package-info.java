/** Who may use which resource of a peer. */
@NullMarked
package org.voltrail.network.access;

import org.jspecify.annotations.NullMarked;
