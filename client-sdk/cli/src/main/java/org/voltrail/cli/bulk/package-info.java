/**
 * Carrying a long file to the ledger: read entry by entry in constant memory, sent in batches of which a few are under way at
 * once, resumable after a break, with a report of what was refused.
 */
@NullMarked
package org.voltrail.cli.bulk;

import org.jspecify.annotations.NullMarked;
