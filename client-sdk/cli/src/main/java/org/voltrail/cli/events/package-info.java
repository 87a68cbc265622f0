/** Following what happens on the ledger. */
@NullMarked
package org.voltrail.cli.events;

import org.jspecify.annotations.NullMarked;
