/** Commands of the authority: hold, release, recall. */
@NullMarked
package org.voltrail.cli.oversight;

import org.jspecify.annotations.NullMarked;
