/** Details of a battery that are not for everybody: attached by their salted hash, kept and handed on in private. */
@NullMarked
package org.voltrail.client.details;

import org.jspecify.annotations.NullMarked;
