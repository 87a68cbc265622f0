/** Files that are either wholly old or wholly new. */
@NullMarked
package org.voltrail.client.internal.files;

import org.jspecify.annotations.NullMarked;
