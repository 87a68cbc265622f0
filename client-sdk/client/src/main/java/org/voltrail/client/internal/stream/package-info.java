/** Streams of events and blocks that open themselves again. */
@NullMarked
package org.voltrail.client.internal.stream;

import org.jspecify.annotations.NullMarked;
