/** A network placed somewhere: every process with its host, ports and folders, ready to be written into configuration files. */
@NullMarked
package org.voltrail.topology.site;

import org.jspecify.annotations.NullMarked;
