package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;

/**
 * The end of the chain.
 *
 * @param view the state after the last block
 * @param hash the last block's hash; empty where there is no block
 * @param previousHash the previous block's hash
 * @param commitHash the last block's commit hash; empty where it has none
 * @param lastConfigBlock the number of the last block with a configuration
 */
record Tip(StateView view, ByteString hash, ByteString previousHash, ByteString commitHash, long lastConfigBlock) {
    long height() {
        return view.height();
    }
}
