/** Tests. */
@NullMarked
package org.voltrail.model.oversight;

import org.jspecify.annotations.NullMarked;
