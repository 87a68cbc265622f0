/**
 * What happened on the ledger, in order, from any block on, with checkpoint and resume.
 *
 * <pre>{@code
 * Checkpoint checkpoint = FileCheckpoint.open(Path.of("projection.checkpoint"));
 * Subscription subscription = client.events().consume(checkpoint, record -> project(record.event()));
 * }</pre>
 */
@NullMarked
package org.voltrail.client.events;

import org.jspecify.annotations.NullMarked;
