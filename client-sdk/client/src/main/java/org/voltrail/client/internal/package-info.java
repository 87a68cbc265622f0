/** Insides of the SDK; no part of its public interface. */
@NullMarked
package org.voltrail.client.internal;

import org.jspecify.annotations.NullMarked;
