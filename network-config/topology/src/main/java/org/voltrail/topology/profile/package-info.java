/** Connection profiles: how clients of an organisation find the network. */
@NullMarked
package org.voltrail.topology.profile;

import org.jspecify.annotations.NullMarked;
