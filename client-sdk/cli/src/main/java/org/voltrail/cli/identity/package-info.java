/** Commands about identities: enrolment at the organisations' authorities, the wallet, revocation. */
@NullMarked
package org.voltrail.cli.identity;

import org.jspecify.annotations.NullMarked;
