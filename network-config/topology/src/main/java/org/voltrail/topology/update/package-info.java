/** Changes to a running channel's configuration, in the JSON form in which Fabric's configtxlator reads and writes it. */
@NullMarked
package org.voltrail.topology.update;

import org.jspecify.annotations.NullMarked;
