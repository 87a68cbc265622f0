/** Calls to the peers' Fabric Gateway: connections, fail-over, statuses and their meaning. */
@NullMarked
package org.voltrail.client.internal.gateway;

import org.jspecify.annotations.NullMarked;
