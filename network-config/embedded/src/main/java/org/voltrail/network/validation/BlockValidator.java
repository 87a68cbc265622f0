package org.voltrail.network.validation;

import com.google.protobuf.ByteString;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.voltrail.network.rwset.TxRwSet;
import org.voltrail.network.rwset.Version;

/**
 * Validates ordered blocks as Fabric's committer does and works out what they change. Transactions are first checked by themselves,
 * side by side on the processors there are; then in block order for key policies that changed in the block, for duplicates, and
 * for conflicting reads.
 */
public final class BlockValidator {
    /** The key in the empty namespace under which the channel's configuration stands in the state. */
    public static final String CONFIG_KEY = "CHANNEL_CONFIG_ENV_BYTES";

    private static final int WORTH_SHARING = 4;

    private final CommittedState state;
    private final TransactionCheck transactionCheck;

    /** A validator for the block that follows the state of {@code context}. */
    public BlockValidator(ValidationContext context) {
        state = new BlockState(context.state());
        EndorsementPolicies policies = new EndorsementPolicies(context.config(), context.definitions());
        transactionCheck = new TransactionCheck(context, new EndorsementCheck(context.config(), state, policies));
    }

    /** Judges each transaction of a block. The block's metadata are not looked at. */
    public ValidatedBlock validate(Block block) {
        List<CheckedTransaction> transactions = checkEach(block.getData().getDataList());
        failOnPoliciesChangedInBlock(transactions);
        failOnDuplicates(transactions);
        StateUpdates updates = new StateUpdates(state);
        ConflictCheck conflicts = new ConflictCheck(state, updates);
        for (CheckedTransaction tx : transactions) {
            if (tx.isValid()) {
                tx.rwset().ifPresent(rwset -> tx.code(conflicts.check(rwset)));
                apply(tx, block.getHeader().getNumber(), updates);
            }
        }
        return new ValidatedBlock(transactions, updates);
    }

    /** Works out what a block changes that has been judged before: its transactions filter is taken as it is. */
    public static ValidatedBlock replay(Block block, byte[] filter, CommittedState state) {
        List<CheckedTransaction> transactions = TransactionReader.readAll(block, filter);
        StateUpdates updates = new StateUpdates(state);
        transactions.forEach(tx -> apply(tx, block.getHeader().getNumber(), updates));
        return new ValidatedBlock(transactions, updates);
    }

    private static void apply(CheckedTransaction tx, long block, StateUpdates updates) {
        if (tx.isValid()) {
            Version version = new Version(block, tx.index());
            tx.rwset().ifPresent(rwset -> updates.apply(rwset, version));
            tx.config().ifPresent(config -> updates.put("", CONFIG_KEY, config.bytes(), version));
        }
    }

    private List<CheckedTransaction> checkEach(List<ByteString> envelopes) {
        IntStream indices = IntStream.range(0, envelopes.size());
        IntStream shared = envelopes.size() < WORTH_SHARING ? indices : indices.parallel();
        return shared.mapToObj(i -> check(i, envelopes.get(i))).toList();
    }

    private CheckedTransaction check(int index, ByteString envelope) {
        CheckedTransaction tx = transactionCheck.check(index, envelope);
        if (tx.isValid()) {
            tx.rwset().ifPresent(this::lookUpReads);
        }
        return tx;
    }

    /** Brings what will be compared in block order into the block's state while the transactions are looked at side by side. */
    private void lookUpReads(TxRwSet rwset) {
        for (TxRwSet.Namespace ns : rwset.namespaces()) {
            ns.rwset().getReadsList().forEach(read -> state.get(ns.name(), read.getKey()));
            ns.collections().forEach(coll ->
                    coll.rwset().getHashedReadsList().forEach(read -> state.getHashed(ns.name(), coll.name(), read.getKeyHash())));
        }
    }

    /** A write to a key whose policy an earlier transaction of the block changed could be judged by the old or the new policy: it fails. */
    private static void failOnPoliciesChangedInBlock(List<CheckedTransaction> transactions) {
        Set<LedgerKey> changed = new HashSet<>();
        for (CheckedTransaction tx : transactions) {
            if (!tx.isValid() || tx.rwset().isEmpty()) {
                continue;
            }
            TxRwSet rwset = tx.rwset().get();
            if (!changed.isEmpty() && LedgerKey.writtenBy(rwset).anyMatch(changed::contains)) {
                tx.code(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
            } else {
                LedgerKey.withMetadataWrittenBy(rwset).forEach(changed::add);
            }
        }
    }

    private static void failOnDuplicates(List<CheckedTransaction> transactions) {
        Set<String> seen = new HashSet<>();
        for (CheckedTransaction tx : transactions) {
            if (tx.isValid() && tx.rwset().isPresent() && !seen.add(tx.txId())) {
                tx.code(TxValidationCode.DUPLICATE_TXID);
            }
        }
    }
}
