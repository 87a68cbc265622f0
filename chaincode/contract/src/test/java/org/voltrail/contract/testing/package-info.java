/** A ledger in memory for tests of contracts: real certificates, Fabric's simulation and commit semantics, no network. */
@NullMarked
package org.voltrail.contract.testing;

import org.jspecify.annotations.NullMarked;
