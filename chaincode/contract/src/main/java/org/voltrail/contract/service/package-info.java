/** The chaincode process: one chaincode server for each peer, and the conversation with the peer over few round trips. */
@NullMarked
package org.voltrail.contract.service;

import org.jspecify.annotations.NullMarked;
