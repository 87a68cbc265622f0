/** Scenarios in the words of the domain, acted out through the public interfaces on a running network. */
@NullMarked
package org.voltrail.scenarios;

import org.jspecify.annotations.NullMarked;
