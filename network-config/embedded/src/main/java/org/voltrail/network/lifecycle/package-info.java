/** Chaincode definitions: versions, endorsement policies and collections agreed on a channel. */
@NullMarked
package org.voltrail.network.lifecycle;

import org.jspecify.annotations.NullMarked;
