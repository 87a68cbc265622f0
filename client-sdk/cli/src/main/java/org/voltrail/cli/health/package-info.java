/** Commands about state-of-health tests. */
@NullMarked
package org.voltrail.cli.health;

import org.jspecify.annotations.NullMarked;
