/** Commands about the network: its state, and setting up its first members. */
@NullMarked
package org.voltrail.cli.network;

import org.jspecify.annotations.NullMarked;
