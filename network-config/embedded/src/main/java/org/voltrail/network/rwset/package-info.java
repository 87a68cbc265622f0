/** Read-write sets: what a simulation read and wrote, built and read as Fabric does, byte for byte. */
@NullMarked
package org.voltrail.network.rwset;

import org.jspecify.annotations.NullMarked;
