package org.voltrail.cli.bulk;

import org.jspecify.annotations.Nullable;

/**
 * How an import went.
 *
 * @param entries entries in the input: the sum of registered, present and refused ones
 * @param registered entries that this import brought to the ledger, earlier runs included
 * @param resumed of these, how many earlier runs had brought there
 * @param present entries that were on the ledger already, exactly as in the input
 * @param refused entries that were left out
 * @param seconds time this run took
 * @param report file that lists what was refused; null if nothing was
 */
public record ImportSummary(
        long entries, long registered, long resumed, long present, long refused, long seconds, @Nullable String report) {}
