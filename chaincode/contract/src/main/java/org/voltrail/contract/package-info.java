/** The chaincode: how the peer reaches the contracts, and the process that serves them. */
@NullMarked
package org.voltrail.contract;

import org.jspecify.annotations.NullMarked;
