/** Telling clients of the network's peers, configuration, and whom to ask for endorsements. */
@NullMarked
package org.voltrail.network.discovery;

import org.jspecify.annotations.NullMarked;
