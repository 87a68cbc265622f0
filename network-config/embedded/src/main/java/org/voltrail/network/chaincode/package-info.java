/** The peer's side of the chaincode service protocol. */
@NullMarked
package org.voltrail.network.chaincode;

import org.jspecify.annotations.NullMarked;
