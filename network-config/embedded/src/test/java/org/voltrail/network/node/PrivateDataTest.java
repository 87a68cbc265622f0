package org.voltrail.network.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.voltrail.network.node.SharedNetwork.CARRIER;
import static org.voltrail.network.node.SharedNetwork.MANUFACTURER;
import static org.voltrail.network.node.SharedNetwork.PAIR;
import static org.voltrail.network.node.SharedNetwork.RECYCLER;
import static org.voltrail.network.node.SharedNetwork.text;

import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Private data: explicit and implicit collections. */
class PrivateDataTest {
    private static Contract manufacturer;
    private static Contract recycler;
    private static Contract carrier;

    @BeforeAll
    static void connect() {
        manufacturer = SharedNetwork.contract(MANUFACTURER, "open");
        recycler = SharedNetwork.contract(RECYCLER, "open");
        carrier = SharedNetwork.contract(CARRIER, "open");
    }

    private static void put(Contract contract, String collection, String key, String value) throws Exception {
        contract.newProposal("putPrivate")
                .addArguments(collection, key)
                .putTransient("value", value)
                .build()
                .endorse()
                .submit();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void membersReadWhatOthersOnlySeeTheHashOf() throws Exception {
        put(manufacturer, PAIR, "price", "12.50");
        assertThat(text(manufacturer.evaluateTransaction("getPrivate", PAIR, "price"))).isEqualTo("12.50");
        assertThat(text(recycler.evaluateTransaction("getPrivate", PAIR, "price"))).isEqualTo("12.50");
        assertThatThrownBy(() -> carrier.evaluateTransaction("getPrivate", PAIR, "price"))
                .isInstanceOf(GatewayException.class);
        assertThat(text(carrier.evaluateTransaction("privateHash", PAIR, "price"))).isEqualTo(sha256("12.50"));
    }

    @Test
    void whoIsNoMemberMayNotWriteEither() {
        Proposal proposal = carrier.newProposal("putPrivate")
                .addArguments(PAIR, "intruded")
                .putTransient("value", "1")
                .setEndorsingOrganizations(MANUFACTURER)
                .build();
        assertThatThrownBy(proposal::endorse).isInstanceOf(EndorseException.class);
    }

    @Test
    void anOrganisationsImplicitCollectionIsWrittenByAllAndReadByItself() throws Exception {
        String collection = "_implicit_org_" + RECYCLER;
        manufacturer.newProposal("putPrivate")
                .addArguments(collection, "composition")
                .putTransient("value", "NMC 811")
                .setEndorsingOrganizations(RECYCLER)
                .build()
                .endorse()
                .submit();
        assertThat(text(recycler.evaluateTransaction("getPrivate", collection, "composition"))).isEqualTo("NMC 811");
        assertThatThrownBy(() -> manufacturer.evaluateTransaction("getPrivate", collection, "composition"))
                .isInstanceOf(GatewayException.class);
        assertThat(text(manufacturer.evaluateTransaction("privateHash", collection, "composition")))
                .isEqualTo(sha256("NMC 811"));
    }

    @Test
    void transientDataDoNotLeaveTheCollectionsMembers() {
        String collection = "_implicit_org_" + RECYCLER;
        Proposal proposal = SharedNetwork.contract(MANUFACTURER, "sample")
                .newProposal("putPrivateAndPublic")
                .addArguments(collection, "leak")
                .putTransient("value", "secret")
                .build();
        assertThatThrownBy(proposal::endorse)
                .isInstanceOf(EndorseException.class)
                .hasMessageContaining("retry specifying trusted endorsing organizations to protect transient data")
                .satisfies(failure -> assertThat(((GatewayException) failure).getStatus().getCode())
                        .isEqualTo(Status.Code.FAILED_PRECONDITION));
    }

    @Test
    void aCollectionThatOnlyAnotherOrganisationMayEndorseIsEndorsedByThatOne() throws Exception {
        String collection = "_implicit_org_" + RECYCLER;
        put(manufacturer, collection, "handed over", "1");
        assertThat(text(recycler.evaluateTransaction("getPrivate", collection, "handed over"))).isEqualTo("1");
    }

    @Test
    void purgedDataAreGone() throws Exception {
        put(manufacturer, PAIR, "purged", "1");
        manufacturer.submitTransaction("purgePrivate", PAIR, "purged");
        assertThat(text(manufacturer.evaluateTransaction("getPrivate", PAIR, "purged"))).isEmpty();
        assertThat(text(carrier.evaluateTransaction("privateHash", PAIR, "purged"))).isEmpty();
    }

    @Test
    void privateReadsAreEndorsedByMembersOnly() throws Exception {
        put(manufacturer, PAIR, "source", "1");
        assertThat(text(recycler.submitTransaction("copyPrivate", PAIR, "source", "copy"))).isEqualTo("copied");
        assertThat(text(manufacturer.evaluateTransaction("getPrivate", PAIR, "copy"))).isEqualTo("1");
    }
}
