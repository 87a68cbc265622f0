/** What the SDK's tests share. */
@NullMarked
package org.voltrail.client.testing;

import org.jspecify.annotations.NullMarked;
