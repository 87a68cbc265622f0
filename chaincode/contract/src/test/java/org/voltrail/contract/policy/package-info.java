/** Whose endorsement a change needs, as docs/policies.md promises it. */
@NullMarked
package org.voltrail.contract.policy;

import org.jspecify.annotations.NullMarked;
