/** What a command says: results on standard output, as text or JSON, everything else on standard error. */
@NullMarked
package org.voltrail.cli.console;

import org.jspecify.annotations.NullMarked;
