package org.voltrail.network.ledger;

import static com.google.protobuf.CodedOutputStream.computeUInt32SizeNoTag;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.common.Block;

/** Where the envelopes stand in a serialised block. */
final class BlockLayout {
    private static final int TAG = 1;

    private BlockLayout() {}

    /** For each envelope its offset from the start of the serialised block. */
    static int[] envelopeOffsets(Block block) {
        int header = block.getHeader().getSerializedSize();
        int data = block.getData().getSerializedSize();
        int offset = (block.hasHeader() ? TAG + computeUInt32SizeNoTag(header) + header : 0) + TAG + computeUInt32SizeNoTag(data);
        int[] offsets = new int[block.getData().getDataCount()];
        for (int i = 0; i < offsets.length; i++) {
            ByteString envelope = block.getData().getData(i);
            offset += TAG + computeUInt32SizeNoTag(envelope.size());
            offsets[i] = offset;
            offset += envelope.size();
        }
        return offsets;
    }
}
