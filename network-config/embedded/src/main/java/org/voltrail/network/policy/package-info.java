/** Signature and implicit meta policies, evaluated as Fabric does. */
@NullMarked
package org.voltrail.network.policy;

import org.jspecify.annotations.NullMarked;
