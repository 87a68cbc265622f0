/** Canonical JSON: the one way in which anything is written to the ledger, hashed or sent. */
@NullMarked
package org.voltrail.model.json;

import org.jspecify.annotations.NullMarked;
