/** Carries commands and queries through their stages and repeats them where that is right. */
@NullMarked
package org.voltrail.client.internal.command;

import org.jspecify.annotations.NullMarked;
