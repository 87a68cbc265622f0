/** Commands and queries: their options, their outcome, and one exception for each stage at which they may fail. */
@NullMarked
package org.voltrail.client.ledger;

import org.jspecify.annotations.NullMarked;
