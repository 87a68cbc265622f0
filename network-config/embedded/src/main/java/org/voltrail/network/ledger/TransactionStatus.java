package org.voltrail.network.ledger;

import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Where a transaction came to stand: its block and its validation code. */
public record TransactionStatus(long blockNumber, TxValidationCode code) {}
