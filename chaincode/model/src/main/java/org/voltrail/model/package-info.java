/** The ledger's vocabulary: commands, queries, events, errors and roles, free of Fabric. */
@NullMarked
package org.voltrail.model;

import org.jspecify.annotations.NullMarked;
