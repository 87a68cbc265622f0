/** Asking a running network whether clients can work with it. */
@NullMarked
package org.voltrail.topology.probe;

import org.jspecify.annotations.NullMarked;
