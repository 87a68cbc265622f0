package org.voltrail.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.identity.IdentityException;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.Committed;
import org.voltrail.client.ledger.EndorseException;
import org.voltrail.client.ledger.QueryOptions;
import org.voltrail.client.ledger.TransactionException;
import org.voltrail.client.offline.OfflineSigning;
import org.voltrail.client.offline.UnsignedCommitStatus;
import org.voltrail.client.offline.UnsignedProposal;
import org.voltrail.client.offline.UnsignedTransaction;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.scenarios.network.OnNetwork;
import org.voltrail.scenarios.network.Party;
import org.voltrail.scenarios.network.People;
import org.voltrail.scenarios.network.ScenarioNetwork;

/** The key stays elsewhere: the client that talks to the network has none. */
@OnNetwork
final class OfflineSigningScenario {
    private LedgerIdentity key;
    private LedgerIdentity stranger;
    private VoltrailClient client;
    private OfflineSigning offline;

    @BeforeEach
    void connectWithoutKey(People people, ScenarioNetwork network) {
        key = people.enrol(Party.MANUFACTURER, Role.MANUFACTURER);
        stranger = people.enrol(Party.MANUFACTURER, Role.MANUFACTURER);
        client = VoltrailClient.connect(network.profile(), LedgerIdentity.withoutKey(key.mspId(), key.certificate()));
        offline = client.offline();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aCommandSignedElsewhereIsCommitted() throws Exception {
        UnsignedProposal<BatteryReceipt> proposal = proposal();
        UnsignedTransaction<BatteryReceipt> transaction = get(offline.endorse(proposal, key.sign(proposal.digest())));
        UnsignedCommitStatus<BatteryReceipt> question = get(offline.submit(transaction, key.sign(transaction.digest())));
        Committed<BatteryReceipt> committed = get(offline.commitStatus(question, key.sign(question.digest())));

        assertThat(committed.transactionId()).isEqualTo(proposal.transactionId());
        assertThat(battery(committed).id()).isEqualTo(committed.result().battery());
    }

    private Battery battery(Committed<BatteryReceipt> committed) throws Exception {
        UnsignedProposal<Battery> query =
                offline.propose(new BatteryQuery.Get(committed.result().battery()), QueryOptions.NONE);
        return get(offline.evaluate(query, key.sign(query.digest())));
    }

    @Test
    void stepsMayBeTakenUpAgainFromTheirBytes() throws Exception {
        UnsignedProposal<BatteryReceipt> proposal = proposal();
        UnsignedProposal<BatteryReceipt> taken =
                offline.readProposal(proposal.bytes(), proposal.commandId(), BatteryReceipt.class);
        assertThat(taken.digest()).isEqualTo(proposal.digest());

        UnsignedTransaction<BatteryReceipt> transaction = get(offline.endorse(taken, key.sign(taken.digest())));
        UnsignedTransaction<BatteryReceipt> again =
                offline.readTransaction(transaction.bytes(), transaction.commandId(), BatteryReceipt.class);
        UnsignedCommitStatus<BatteryReceipt> question = get(offline.submit(again, key.sign(again.digest())));

        assertThat(get(offline.commitStatus(question, key.sign(question.digest()))).blockNumber()).isPositive();
    }

    @Test
    void aSignatureByAnotherKeyIsRefused() {
        UnsignedProposal<BatteryReceipt> proposal = proposal();

        assertThatThrownBy(() -> get(offline.endorse(proposal, stranger.sign(proposal.digest()))))
                .cause()
                .isInstanceOf(EndorseException.class);
    }

    @Test
    void aTransactionSignedWithAnotherKeyHasNoEffect() throws Exception {
        UnsignedProposal<BatteryReceipt> proposal = proposal();
        UnsignedTransaction<BatteryReceipt> transaction = get(offline.endorse(proposal, key.sign(proposal.digest())));

        assertThatThrownBy(() -> {
                    UnsignedCommitStatus<BatteryReceipt> question = get(offline.submit(transaction, stranger.sign(transaction.digest())));
                    get(offline.commitStatus(question, key.sign(question.digest())));
                })
                .cause()
                .isInstanceOf(TransactionException.class);
    }

    @Test
    void withoutAKeyNothingIsSignedBehindTheCallersBack() {
        assertThatThrownBy(() -> client.submitAndWait(new BatteryCommand.Register(Batteries.pack())))
                .isInstanceOf(IdentityException.class);
    }

    private UnsignedProposal<BatteryReceipt> proposal() {
        return offline.propose(new BatteryCommand.Register(Batteries.pack()), CommandOptions.NONE);
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
