/**
 * The end of a battery: collection, dismantling, recycling lots with a mass balance that cannot be broken, recovered material as
 * credits that are spent once, and disposal.
 *
 * <p>Masses are whole milligrams. A lot can hold any number of batteries: it is filled in transactions of at most 1,000, and once
 * it is closed the recycling is recorded for its batteries in as many transactions. Nothing can happen to a battery in a lot but
 * the end of that lot.
 */
@NullMarked
package org.voltrail.model.endoflife;

import org.jspecify.annotations.NullMarked;
