/** A battery's life as a timeline, with its hash chain verified on the way. */
@NullMarked
package org.voltrail.cli.trace;

import org.jspecify.annotations.NullMarked;
