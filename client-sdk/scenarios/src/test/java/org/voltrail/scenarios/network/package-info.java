/** The networks that scenarios run on, and the people who act in them. */
@NullMarked
package org.voltrail.scenarios.network;

import org.jspecify.annotations.NullMarked;
