package org.voltrail.network.deliver;

import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredChaincodeAction;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;
import org.hyperledger.fabric.protos.peer.FilteredTransactionActions;

/** Blocks reduced to ids, types, validation codes and event names. */
final class FilteredBlocks {
    private FilteredBlocks() {}

    static FilteredBlock of(CommittedBlock block) {
        FilteredBlock.Builder filtered = FilteredBlock.newBuilder().setNumber(block.number());
        for (CommittedTransaction transaction : block.transactions()) {
            filtered.setChannelId(transaction.channelId());
            filtered.addFilteredTransactions(filter(transaction));
        }
        return filtered.build();
    }

    private static FilteredTransaction filter(CommittedTransaction transaction) {
        FilteredTransaction.Builder filtered = FilteredTransaction.newBuilder()
                .setTxid(transaction.txId())
                .setTypeValue(transaction.type())
                .setTxValidationCode(transaction.code());
        if (transaction.type() == HeaderType.ENDORSER_TRANSACTION_VALUE) {
            FilteredTransactionActions.Builder actions = FilteredTransactionActions.newBuilder();
            transaction.events().forEach(event ->
                    actions.addChaincodeActions(FilteredChaincodeAction.newBuilder().setChaincodeEvent(withoutPayload(event))));
            filtered.setTransactionActions(actions);
        }
        return filtered.build();
    }

    private static ChaincodeEvent withoutPayload(ChaincodeEvent event) {
        return ChaincodeEvent.newBuilder()
                .setTxId(event.getTxId())
                .setChaincodeId(event.getChaincodeId())
                .setEventName(event.getEventName())
                .build();
    }
}
