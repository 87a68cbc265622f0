/** Measures the throughput and latency of a network, and what limits them. */
@NullMarked
package org.voltrail.cli.bench;

import org.jspecify.annotations.NullMarked;
