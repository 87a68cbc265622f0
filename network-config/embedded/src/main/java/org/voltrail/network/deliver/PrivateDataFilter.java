package org.voltrail.network.deliver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.voltrail.network.identity.MspException;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.lifecycle.ChaincodeDefinition;
import org.voltrail.network.policy.SignedData;

/** Picks of a block's private data what the requester, too, is a member for. */
final class PrivateDataFilter {
    private static final String IMPLICIT_PREFIX = "_implicit_org_";

    private final ChannelLedger ledger;
    private final String peerMspId;

    PrivateDataFilter(ChannelLedger ledger, String peerMspId) {
        this.ledger = ledger;
        this.peerMspId = peerMspId;
    }

    /** Private writes by the transaction's index in the block. */
    Map<Long, TxPvtReadWriteSet> of(long blockNumber, SignedData requester) {
        Map<Long, TxPvtReadWriteSet> filtered = new TreeMap<>();
        ledger.privateData(blockNumber, peerMspId).forEach((index, writes) -> {
            TxPvtReadWriteSet visible = visible(writes, requester);
            if (visible.getNsPvtRwsetCount() > 0) {
                filtered.put(index.longValue(), visible);
            }
        });
        return filtered;
    }

    private TxPvtReadWriteSet visible(TxPvtReadWriteSet writes, SignedData requester) {
        TxPvtReadWriteSet.Builder visible = TxPvtReadWriteSet.newBuilder().setDataModel(writes.getDataModel());
        for (NsPvtReadWriteSet namespace : writes.getNsPvtRwsetList()) {
            List<CollectionPvtReadWriteSet> collections = namespace.getCollectionPvtRwsetList().stream()
                    .filter(collection -> isMember(namespace.getNamespace(), collection.getCollectionName(), requester))
                    .toList();
            if (!collections.isEmpty()) {
                visible.addNsPvtRwset(
                        NsPvtReadWriteSet.newBuilder().setNamespace(namespace.getNamespace()).addAllCollectionPvtRwset(collections));
            }
        }
        return visible.build();
    }

    private boolean isMember(String namespace, String collection, SignedData requester) {
        if (collection.startsWith(IMPLICIT_PREFIX)) {
            return mspId(requester).filter(collection.substring(IMPLICIT_PREFIX.length())::equals).isPresent();
        }
        return ledger.chaincode(namespace)
                .flatMap(definition -> find(definition, collection))
                .map(config -> ledger.config()
                        .policies()
                        .signaturePolicy(config.getMemberOrgsPolicy().getSignaturePolicy())
                        .evaluate(List.of(requester)))
                .orElse(false);
    }

    private Optional<String> mspId(SignedData requester) {
        try {
            return Optional.of(ledger.config().msps().deserialize(requester.identity()).mspId());
        } catch (MspException e) {
            return Optional.empty();
        }
    }

    private static Optional<StaticCollectionConfig> find(ChaincodeDefinition definition, String collection) {
        return definition.collections().getConfigList().stream()
                .map(CollectionConfig::getStaticCollectionConfig)
                .filter(config -> config.getName().equals(collection))
                .findFirst();
    }
}
