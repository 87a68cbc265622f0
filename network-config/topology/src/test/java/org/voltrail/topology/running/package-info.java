/** The network's scripts with Fabric's own programs, under load. Run with: mvn verify -Pfabric, and FABRIC_BIN set. */
@NullMarked
package org.voltrail.topology.running;

import org.jspecify.annotations.NullMarked;
