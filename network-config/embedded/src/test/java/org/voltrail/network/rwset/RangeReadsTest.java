package org.voltrail.network.rwset;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.HexFormat;
import java.util.Objects;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReadsMerkleSummary;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voltrail.network.crypto.Sha256;

class RangeReadsTest {
    @ParameterizedTest
    @CsvSource({"2, 0", "2, 1", "2, 2", "50, 50"})
    void upToTheDegreeResultsStayAsTheyAre(int degree, int results) {
        RangeReads reads = reads(degree, results);

        assertThat(reads.summary()).isNull();
        assertThat(reads.rawReads()).hasSize(results);
    }

    /** The digests over the hashes of the top level were made by the code of Fabric 3.1.5. */
    @ParameterizedTest
    @CsvSource({
        "2, 3, 1, 1, a2333810adb582656dcb12be9dc6cbef4d20934444e2d2531c93ae5eb0514a45",
        "2, 7, 2, 1, f164fece9fe85100b80cfbdc0aa7499e2da2642b8d76d18ee183becc4db5d8da",
        "2, 9, 2, 1, 8a56fca2214f60b8cc882a68bfb8e76c0265a76bdf0ed7303c8222b07d75ce8b",
        "2, 10, 2, 2, af4c117533308d4d6581234dda3b58f55c8c69e16969507566998382ff87d345",
        "2, 26, 3, 1, cb92a1b89e3b17bb517ce070b6ac1c9dc32ec927da3d31b9fa50b872c2e833f5",
        "2, 27, 3, 1, b7dc2c31e45044ff5d5ad1b433a323d4d476cbe757ce20fa157366af57478617",
        "2, 28, 3, 2, 1e11235da03a08d2c8369095035e93ccc37e469fac7970b4c9d2b832bfc0637e",
        "2, 100, 4, 2, 39d0ba6ecaeb5d8483720980181abc5e7b3ea6f2f8732a16ef44661a76bb809e",
        "3, 64, 3, 1, a27891eddcfc67dd0e7331b410ae4e8799a1c0d5fcdb21456814de8285d0a930",
        "3, 65, 3, 2, de51055f3fc6b9ac81bea60d95e6bed6f715401aea70b5442d7250eb352ddd6b",
        "50, 51, 1, 1, 4cea54c2374984fef5cb9ef94ee7ed81f5b9a9f470b9e5f4034b2dcbb9918e8a",
        "50, 2550, 1, 50, 9caa8df33d784b716b0ffd411044097ad28c9bedbedf18a4b1c90041c518329b",
        "50, 2551, 2, 1, 255cdf7a0d645d8a4fd6628e4451128a5c32c82d002111249c4d81c16f761bff",
        "50, 2601, 2, 1, 1b1f4f74f4874970e4db5cc14b601dfcfa9cdf1b86a69409fa6b39a66a7e8b0d",
        "50, 2602, 2, 2, f990fde2aafcdb85d9ce4bc15e9c2c2298ecd2afbeb538b93c2f1791471c5f07",
        "50, 5000, 2, 2, 972718c7c6cbf8838f99d2e38e425816c4338adc2e10910acffeb7c61e805c87",
        "50, 130050, 2, 50, 42ba51e7355a1c0f59e2deac5596155f66173fa97b50dce9cf1516d88c168504",
        "50, 140000, 3, 2, 24d9beeaf896bb940aaba6579eb464996bb2c620bb660c732cad59546b643292"
    })
    void beyondTheDegreeTheTreeIsFabrics(int degree, int results, int level, int hashes, String digest) {
        QueryReadsMerkleSummary summary = Objects.requireNonNull(reads(degree, results).summary());

        assertThat(summary.getMaxDegree()).isEqualTo(degree);
        assertThat(summary.getMaxLevel()).isEqualTo(level);
        assertThat(summary.getMaxLevelHashesCount()).isEqualTo(hashes);
        byte[] all = Sha256.of(ByteString.copyFrom(summary.getMaxLevelHashesList()));
        assertThat(HexFormat.of().formatHex(all)).isEqualTo(digest);
    }

    private static RangeReads reads(int degree, int results) {
        RangeReads reads = new RangeReads(degree);
        for (int i = 0; i < results; i++) {
            Version version = Version.newBuilder().setBlockNum(i % 7).setTxNum(i % 300).build();
            reads.add(KVRead.newBuilder().setKey("key%06d".formatted(i)).setVersion(version).build());
        }
        reads.finish();
        return reads;
    }
}
