/**
 * A demonstration: four organisations take a fleet of batteries through whole lives on the ledger, and the refusals that the
 * ledger's rules are for are provoked on purpose.
 */
@NullMarked
package org.voltrail.cli.demo;

import org.jspecify.annotations.NullMarked;
