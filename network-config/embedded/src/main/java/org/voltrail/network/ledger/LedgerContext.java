package org.voltrail.network.ledger;

import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.lifecycle.ChaincodeDefinitions;
import org.voltrail.network.validation.CommittedState;
import org.voltrail.network.validation.ValidationContext;

/** A view of the ledger as validation needs it. */
record LedgerContext(StateView view) implements ValidationContext {
    @Override
    public ChannelConfig config() {
        return view.config();
    }

    @Override
    public CommittedState state() {
        return view;
    }

    @Override
    public ChaincodeDefinitions definitions() {
        return view;
    }

    @Override
    public boolean hasTransaction(String txId) {
        return BlockIndex.find(view, txId).isPresent();
    }
}
