/** Reading Fabric's nested protocol buffers without copying them, and the parts of them that every service needs. */
@NullMarked
package org.voltrail.network.wire;

import org.jspecify.annotations.NullMarked;
