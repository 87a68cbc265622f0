/** Sending commands to the ledger and telling their outcome; any command at all by its name. */
@NullMarked
package org.voltrail.cli.submit;

import org.jspecify.annotations.NullMarked;
