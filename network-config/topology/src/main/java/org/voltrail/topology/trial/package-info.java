/** Roles in the certificates of a trial, which cryptogen cannot put there. */
@NullMarked
package org.voltrail.topology.trial;

import org.jspecify.annotations.NullMarked;
