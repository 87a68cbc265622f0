/** The gateway service: evaluation, endorsement by as many organisations as policies ask for, submission, commit status, events. */
@NullMarked
package org.voltrail.network.gateway;

import org.jspecify.annotations.NullMarked;
