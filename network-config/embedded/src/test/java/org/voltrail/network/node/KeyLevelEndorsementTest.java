package org.voltrail.network.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.voltrail.network.node.SharedNetwork.CARRIER;
import static org.voltrail.network.node.SharedNetwork.MANUFACTURER;
import static org.voltrail.network.node.SharedNetwork.RECYCLER;
import static org.voltrail.network.node.SharedNetwork.text;

import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys with an endorsement policy of their own. */
class KeyLevelEndorsementTest {
    private static Contract contract;

    @BeforeAll
    static void connect() {
        contract = SharedNetwork.contract(MANUFACTURER, "sample");
    }

    private static int endorsements(Transaction transaction) throws Exception {
        Payload payload = Payload.parseFrom(
                PreparedTransaction.parseFrom(transaction.getBytes()).getEnvelope().getPayload());
        var body = org.hyperledger.fabric.protos.peer.Transaction.parseFrom(payload.getData());
        return ChaincodeActionPayload.parseFrom(body.getActions(0).getPayload()).getAction().getEndorsementsCount();
    }

    @Test
    void aKeysPolicyTakesThePlaceOfTheChaincodes() throws Exception {
        contract.submitTransaction("put", "held", "1");
        contract.submitTransaction("endorsedBy", "held", MANUFACTURER);
        Transaction byHolder = contract.newProposal("put").addArguments("held", "2").build().endorse();
        assertThat(endorsements(byHolder)).isEqualTo(1);
        byHolder.submit();
        assertThat(text(contract.evaluateTransaction("get", "held"))).isEqualTo("2");
    }

    @Test
    void whoDoesNotSatisfyAKeysPolicyCannotChangeIt() throws Exception {
        contract.submitTransaction("put", "kept", "1");
        contract.submitTransaction("endorsedBy", "kept", MANUFACTURER);
        Transaction byOthers = contract.newProposal("put")
                .addArguments("kept", "2")
                .setEndorsingOrganizations(RECYCLER, CARRIER)
                .build()
                .endorse();
        assertThatThrownBy(byOthers::submit)
                .asInstanceOf(type(CommitException.class))
                .extracting(CommitException::getCode)
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(text(contract.evaluateTransaction("get", "kept"))).isEqualTo("1");
    }

    @Test
    void theGatewayFindsTheEndorsersThatAKeyAsksForEvenWithoutItsOwnOrganisation() throws Exception {
        contract.submitTransaction("put", "theirs", "1");
        contract.submitTransaction("endorsedBy", "theirs", RECYCLER + "," + CARRIER);
        Transaction transaction = contract.newProposal("put").addArguments("theirs", "2").build().endorse();
        assertThat(endorsements(transaction)).isEqualTo(2);
        transaction.submit();
        assertThat(text(contract.evaluateTransaction("get", "theirs"))).isEqualTo("2");
    }

    @Test
    void changingAKeysPolicyNeedsThePresentOne() throws Exception {
        contract.submitTransaction("put", "moved", "1");
        contract.submitTransaction("endorsedBy", "moved", CARRIER);
        Transaction usurped = contract.newProposal("endorsedBy")
                .addArguments("moved", MANUFACTURER)
                .setEndorsingOrganizations(MANUFACTURER, RECYCLER)
                .build()
                .endorse();
        assertThatThrownBy(usurped::submit)
                .asInstanceOf(type(CommitException.class))
                .extracting(CommitException::getCode)
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        contract.submitTransaction("endorsedBy", "moved", MANUFACTURER);
        assertThat(endorsements(contract.newProposal("put").addArguments("moved", "2").build().endorse()))
                .isEqualTo(1);
    }
}
