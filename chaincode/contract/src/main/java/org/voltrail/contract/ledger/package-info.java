/** What every contract stands on: the caller, typed documents, battery event chains, command ids, endorsement policies. */
@NullMarked
package org.voltrail.contract.ledger;

import org.jspecify.annotations.NullMarked;
