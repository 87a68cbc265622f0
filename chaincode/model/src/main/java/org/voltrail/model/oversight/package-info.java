/**
 * The authority's powers and registers: participants, accreditations, holds, recalls, findings, incentive schemes, and statutory
 * deadlines that start and stop on recorded facts.
 */
@NullMarked
package org.voltrail.model.oversight;

import org.jspecify.annotations.NullMarked;
