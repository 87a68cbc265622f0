package org.voltrail.network.deliver;

import org.hyperledger.fabric.protos.common.Status;

/** Makes one service's responses. */
public interface BlockEncoder<R> {
    R status(Status status);

    R block(CommittedBlock block, SeekRequest request);
}
