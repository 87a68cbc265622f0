/**
 * State-of-health tests from discharge curves: reading measured ones, generating them after a published ageing model,
 * and evaluating either into the figures that a health test on the ledger records.
 *
 * <p>Quantities here are physical ones in floating point (volts, amperes, ampere-hours, seconds, degrees Celsius); they
 * become the ledger's integers only in {@link org.voltrail.cli.ageing.PackScaling}.
 */
@NullMarked
package org.voltrail.cli.ageing;

import org.jspecify.annotations.NullMarked;
