/** What somebody can do who writes Fabric's messages by hand: certificates of an own authority, changed proposals and transactions. */
@NullMarked
package org.voltrail.scenarios.forgery;

import org.jspecify.annotations.NullMarked;
