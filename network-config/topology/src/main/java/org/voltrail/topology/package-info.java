/**
 * The network as data: organisations, channel, policies and chaincode as {@code network.yaml} describes them, and what is
 * rendered from it for native processes, compose and Kubernetes.
 */
@NullMarked
package org.voltrail.topology;

import org.jspecify.annotations.NullMarked;
