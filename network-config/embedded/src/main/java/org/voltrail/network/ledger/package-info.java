/** Blocks on disk, the world state, history, private data, and transaction simulation. */
@NullMarked
package org.voltrail.network.ledger;

import org.jspecify.annotations.NullMarked;
