/** Steps of a transaction whose signatures come from elsewhere. */
@NullMarked
package org.voltrail.client.internal.offline;

import org.jspecify.annotations.NullMarked;
