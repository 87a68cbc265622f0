package org.voltrail.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.events.BlockRecord;
import org.voltrail.client.events.LedgerReader;
import org.voltrail.client.events.StartPosition;
import org.voltrail.model.LedgerEvent;

/** A channel's blocks as a client reads them, each verified against the one before it. */
final class BlockChain {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Entry> entries = new ArrayList<>();
    /** Hash of the block before; null if that one has not been read. */
    private @Nullable ByteString lastHash;
    private long height;

    /**
     * A transaction in a block.
     *
     * @param events the chaincode's event, if there is one and the transaction is valid
     */
    record Entry(String transactionId, long block, TxValidationCode verdict, List<LedgerEvent> events) {}

    private BlockChain(long first) {
        this.height = first;
        this.lastHash = first == 0 ? ByteString.EMPTY : null;
    }

    /** Reads everything that is there now. */
    static BlockChain read(VoltrailClient client) {
        return readFrom(client, 0);
    }

    /** Reads everything that is there now, from a block on. */
    static BlockChain readFrom(VoltrailClient client, long first) {
        BlockChain chain = new BlockChain(first);
        long end = Refusals.height(client);
        try (LedgerReader<BlockRecord> blocks = client.blocks().read(StartPosition.atBlock(first))) {
            while (chain.height < end) {
                chain.append(blocks.poll(PATIENCE).orElseThrow().content());
            }
        }
        return chain;
    }

    /** The transactions in their order. */
    List<Entry> entries() {
        return entries;
    }

    private void append(Block block) {
        BlockHeader header = block.getHeader();
        assertThat(header.getNumber()).isEqualTo(height);
        assertThat(lastHash == null ? header.getPreviousHash() : lastHash).as("previous hash in block %d", height)
                .isEqualTo(header.getPreviousHash());
        assertThat(header.getDataHash()).as("data hash in block %d", height).isEqualTo(dataHash(block));
        lastHash = headerHash(header);
        height++;
        byte[] verdicts = block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE).toByteArray();
        assertThat(verdicts).as("verdicts on block %d", header.getNumber()).hasSize(block.getData().getDataCount());
        for (int i = 0; i < verdicts.length; i++) {
            TxValidationCode verdict = TxValidationCode.forNumber(Byte.toUnsignedInt(verdicts[i]));
            entries.add(entry(block.getData().getData(i), header.getNumber(), verdict));
        }
    }

    private static ByteString dataHash(Block block) {
        return sha256(ByteString.copyFrom(block.getData().getDataList()));
    }

    private static ByteString headerHash(BlockHeader header) {
        ASN1Encodable[] parts = {
            new ASN1Integer(header.getNumber()),
            new DEROctetString(header.getPreviousHash().toByteArray()),
            new DEROctetString(header.getDataHash().toByteArray())
        };
        try {
            return sha256(ByteString.copyFrom(new DERSequence(parts).getEncoded()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteString sha256(ByteString bytes) {
        try {
            return ByteString.copyFrom(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Entry entry(ByteString envelope, long block, TxValidationCode verdict) {
        try {
            Payload payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
            ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            boolean counts = verdict == TxValidationCode.VALID && header.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE;
            return new Entry(header.getTxId(), block, verdict, counts ? events(payload) : List.of());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<LedgerEvent> events(Payload payload) throws InvalidProtocolBufferException {
        Transaction transaction = Transaction.parseFrom(payload.getData());
        ChaincodeActionPayload action = ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
        ProposalResponsePayload response = ProposalResponsePayload.parseFrom(action.getAction().getProposalResponsePayload());
        ChaincodeEvent event = ChaincodeEvent.parseFrom(ChaincodeAction.parseFrom(response.getExtension()).getEvents());
        return event.getPayload().isEmpty() ? List.of() : List.of(LedgerEvent.parse(event.getPayload().toByteArray()));
    }
}
