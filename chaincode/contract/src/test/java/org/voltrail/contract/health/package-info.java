/** Tests. */
@NullMarked
package org.voltrail.contract.health;

import org.jspecify.annotations.NullMarked;
