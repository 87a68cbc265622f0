/** The battery: its passport document, identities, registration, parts, succession, and what may be done with it. */
@NullMarked
package org.voltrail.model.battery;

import org.jspecify.annotations.NullMarked;
