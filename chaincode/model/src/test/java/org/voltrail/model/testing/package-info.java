/** Batteries and reports for tests. */
@NullMarked
package org.voltrail.model.testing;

import org.jspecify.annotations.NullMarked;
