/** Commands about custody: offers and what becomes of them, the condition of batteries. */
@NullMarked
package org.voltrail.cli.custody;

import org.jspecify.annotations.NullMarked;
