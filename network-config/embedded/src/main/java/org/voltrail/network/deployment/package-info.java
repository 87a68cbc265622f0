/** Deploying chaincode on the network through its own lifecycle, with the organisations' administrators. */
@NullMarked
package org.voltrail.network.deployment;

import org.jspecify.annotations.NullMarked;
