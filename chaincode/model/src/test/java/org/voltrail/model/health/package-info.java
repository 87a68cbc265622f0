/** Tests. */
@NullMarked
package org.voltrail.model.health;

import org.jspecify.annotations.NullMarked;
