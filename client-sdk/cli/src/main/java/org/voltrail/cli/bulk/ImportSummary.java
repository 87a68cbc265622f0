package org.voltrail.cli.bulk;

import org.jspecify.annotations.Nullable;

/**
 * How an import went.
 *
 * @param entries entries in the input
 * @param registered entries that are on the ledger now, those of earlier runs included
 * @param resumed of these, how many earlier runs had brought there
 * @param refused entries that were left out
 * @param seconds time this run took
 * @param report file that lists what was refused; null if nothing was
 */
public record ImportSummary(
        long entries, long registered, long resumed, long refused, long seconds, @Nullable String report) {}
