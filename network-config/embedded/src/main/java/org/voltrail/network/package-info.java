/** The embedded network: a whole Fabric network in one process, for development, tests, demonstrations and small pilots. */
@NullMarked
package org.voltrail.network;

import org.jspecify.annotations.NullMarked;
