/** The system chaincodes that answer questions about the ledger and the configuration. */
@NullMarked
package org.voltrail.network.system;

import org.jspecify.annotations.NullMarked;
