package org.voltrail.network.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocksTest {
    /** The expected values were computed outside this project, with Python's hashlib over hand-made DER. */
    @ParameterizedTest
    @CsvSource({
        "0, '', 0000000000000000000000000000000000000000000000000000000000000000, 800b9c7f6a272f3d699331b0a3374dc6ac0739cfae2b338041f3506bd932d0a0",
        "127, 1111111111111111111111111111111111111111111111111111111111111111, 2222222222222222222222222222222222222222222222222222222222222222, 1e50be891d2475affbe8b2292d2f771d4ea0b0e853d52d0b341336d81fd27424",
        "128, 1111111111111111111111111111111111111111111111111111111111111111, 2222222222222222222222222222222222222222222222222222222222222222, 21255970fce2d8bd67c1b022cb7528f12d311fec7fc8ba34f5414d3983808260",
        "18446744073709551615, 1111111111111111111111111111111111111111111111111111111111111111, 2222222222222222222222222222222222222222222222222222222222222222, 6bd48f16ae9e5a452a33346c254ee299c24c94470654a897e60bbd94e2906e25"
    })
    void theHeadersHashIsFabrics(String number, String previous, String data, String expected) {
        BlockHeader header = BlockHeader.newBuilder().setNumber(Long.parseUnsignedLong(number))
                .setPreviousHash(ByteString.fromHex(previous)).setDataHash(ByteString.fromHex(data)).build();
        assertThat(Blocks.headerHash(header)).isEqualTo(ByteString.fromHex(expected));
    }

    @Test
    void theDataHashIsOverTheTransactionsTogether() {
        Block block = Blocks.newBlock(3, ByteString.EMPTY, List.of(ByteString.copyFromUtf8("ab"), ByteString.copyFromUtf8("c")));
        assertThat(block.getHeader().getDataHash()).isEqualTo(
                ByteString.fromHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(block.getMetadata().getMetadataCount()).isEqualTo(Blocks.METADATA_SLOTS);
    }

    @Test
    void missingMetadataSlotsAreEmptyAndAreMadeWhenNeeded() {
        Block bare = Block.getDefaultInstance();
        assertThat(Blocks.metadata(bare, Blocks.COMMIT_HASH)).isEmpty();
        Block filled = Blocks.withMetadata(bare, Blocks.COMMIT_HASH, ByteString.copyFromUtf8("x"));
        assertThat(filled.getMetadata().getMetadataCount()).isEqualTo(Blocks.METADATA_SLOTS);
        assertThat(Blocks.metadata(filled, Blocks.COMMIT_HASH)).isEqualTo(ByteString.copyFromUtf8("x"));
    }
}
