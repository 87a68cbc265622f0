/** Long lists and histories, read page by page as they are consumed. */
@NullMarked
package org.voltrail.client.paging;

import org.jspecify.annotations.NullMarked;
