/** Endorsing proposals: checking them, simulating them on chaincode, signing what came out. */
@NullMarked
package org.voltrail.network.endorser;

import org.jspecify.annotations.NullMarked;
