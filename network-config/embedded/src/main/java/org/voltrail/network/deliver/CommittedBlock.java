package org.voltrail.network.deliver;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.wire.ParsedEnvelope;

/** A committed block whose content is read at most once, however many look at it. Thread-safe. */
public final class CommittedBlock {
    private final Block block;
    private volatile @Nullable List<CommittedTransaction> transactions;
    private volatile @Nullable List<ChaincodeEvent> events;

    public CommittedBlock(Block block) {
        this.block = block;
    }

    public Block block() {
        return block;
    }

    public long number() {
        return block.getHeader().getNumber();
    }

    /** The block's transactions in order; envelopes that cannot be read are left out. */
    public List<CommittedTransaction> transactions() {
        List<CommittedTransaction> known = transactions;
        if (known == null) {
            known = readTransactions();
            transactions = known;
        }
        return known;
    }

    private List<CommittedTransaction> readTransactions() {
        ByteString filter = block.getMetadata().getMetadataCount() > BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE
                ? block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE)
                : ByteString.EMPTY;
        List<CommittedTransaction> read = new ArrayList<>(block.getData().getDataCount());
        for (int index = 0; index < block.getData().getDataCount(); index++) {
            try {
                read.add(new CommittedTransaction(ParsedEnvelope.of(block.getData().getData(index)), code(filter, index)));
            } catch (InvalidProtocolBufferException e) {
                continue;
            }
        }
        return read;
    }

    private static TxValidationCode code(ByteString filter, int index) {
        TxValidationCode code = index < filter.size() ? TxValidationCode.forNumber(filter.byteAt(index) & 0xff) : null;
        return code == null ? TxValidationCode.INVALID_OTHER_REASON : code;
    }

    /** The events of the block's valid transactions, in order. */
    public List<ChaincodeEvent> events() {
        List<ChaincodeEvent> known = events;
        if (known == null) {
            known = transactions().stream()
                    .filter(CommittedTransaction::isValid)
                    .flatMap(transaction -> transaction.events().stream())
                    .toList();
            events = known;
        }
        return known;
    }

    /** Whether the block holds a configuration. */
    public boolean isConfig() {
        return transactions().stream().anyMatch(transaction -> transaction.type() == HeaderType.CONFIG_VALUE);
    }
}
