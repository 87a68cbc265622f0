/**
 * The {@code voltrail} command line. Each capability has a package of its own; this one holds what they share: the root
 * command, settings, exit codes, and how failures are told.
 */
@NullMarked
package org.voltrail.cli;

import org.jspecify.annotations.NullMarked;
