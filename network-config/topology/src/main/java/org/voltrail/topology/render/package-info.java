/** Writes a placed network's configuration files from templates. */
@NullMarked
package org.voltrail.topology.render;

import org.jspecify.annotations.NullMarked;
