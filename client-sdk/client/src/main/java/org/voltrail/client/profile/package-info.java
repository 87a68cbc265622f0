/**
 * The network as a client sees it, in Fabric's common connection profile format (JSON or YAML): which organisations there are, where
 * their peers and certificate authorities listen, and which certificates vouch for them.
 */
@NullMarked
package org.voltrail.client.profile;

import org.jspecify.annotations.NullMarked;
