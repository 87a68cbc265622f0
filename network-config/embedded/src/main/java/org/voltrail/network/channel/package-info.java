/** A channel's configuration: its organisations, policies, orderer settings, and their update. */
@NullMarked
package org.voltrail.network.channel;

import org.jspecify.annotations.NullMarked;
