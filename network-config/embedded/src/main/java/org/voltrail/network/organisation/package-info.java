/** An organisation's crypto material on disk, laid out as Fabric's tools lay it out, and the connection profile that its clients start from. */
@NullMarked
package org.voltrail.network.organisation;

import org.jspecify.annotations.NullMarked;
