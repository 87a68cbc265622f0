package org.voltrail.network.validation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.identity.Identity;
import org.voltrail.network.policy.Policy;
import org.voltrail.network.policy.SignedData;
import org.voltrail.network.rwset.KeyOrder;
import org.voltrail.network.rwset.TxRwSet;

/**
 * Whether a transaction's endorsements satisfy the policies of what it writes: for each written namespace and the invoked one, a
 * key's own policy where the key has one, the collection's where it has one, the chaincode's otherwise; some policy in any case.
 * Thread-safe.
 */
final class EndorsementCheck {
    private final ChannelConfig config;
    private final CommittedState state;
    private final EndorsementPolicies policies;

    EndorsementCheck(ChannelConfig config, CommittedState state, EndorsementPolicies policies) {
        this.config = config;
        this.state = state;
        this.policies = policies;
    }

    void check(String invoked, TxRwSet rwset, ByteString responsePayload, List<Endorsement> endorsements)
            throws InvalidTransactionException {
        NavigableSet<String> namespaces = new TreeSet<>(KeyOrder.UTF8);
        namespaces.add(invoked);
        rwset.namespaces().stream().filter(TxRwSet.Namespace::hasWrites).forEach(ns -> namespaces.add(ns.name()));
        List<Identity> signers = config.policies().signers(signatures(responsePayload, endorsements));
        for (String namespace : namespaces) {
            Policy chaincodePolicy = policies.ofChaincode(namespace);
            if (chaincodePolicy == null) {
                throw new InvalidTransactionException(TxValidationCode.INVALID_CHAINCODE, "chaincode " + namespace + " not found");
            }
            new NamespaceCheck(namespace, chaincodePolicy, signers).check(rwset);
        }
    }

    private static List<SignedData> signatures(ByteString responsePayload, List<Endorsement> endorsements) {
        List<SignedData> signatures = new ArrayList<>(endorsements.size());
        for (Endorsement endorsement : endorsements) {
            byte[] message = responsePayload.concat(endorsement.getEndorser()).toByteArray();
            signatures.add(new SignedData(message, endorsement.getEndorser(), endorsement.getSignature().toByteArray()));
        }
        return signatures;
    }

    /** The check of one namespace; each policy is evaluated once. */
    private final class NamespaceCheck {
        private final String namespace;
        private final Policy chaincodePolicy;
        private final List<Identity> signers;
        private final Map<Policy, Boolean> verdicts = new HashMap<>();

        NamespaceCheck(String namespace, Policy chaincodePolicy, List<Identity> signers) {
            this.namespace = namespace;
            this.chaincodePolicy = chaincodePolicy;
            this.signers = signers;
        }

        void check(TxRwSet rwset) throws InvalidTransactionException {
            for (TxRwSet.Namespace ns : rwset.namespaces()) {
                if (ns.name().equals(namespace)) {
                    checkKeys(ns);
                }
            }
            if (verdicts.isEmpty()) {
                demand(chaincodePolicy);
            }
        }

        private void checkKeys(TxRwSet.Namespace ns) throws InvalidTransactionException {
            for (KVWrite write : ns.rwset().getWritesList()) {
                checkKey(write.getKey());
            }
            for (KVMetadataWrite write : ns.rwset().getMetadataWritesList()) {
                checkKey(write.getKey());
            }
            for (TxRwSet.Collection coll : ns.collections()) {
                for (KVWriteHash write : coll.rwset().getHashedWritesList()) {
                    checkHashedKey(coll.name(), write.getKeyHash());
                }
                for (KVMetadataWriteHash write : coll.rwset().getMetadataWritesList()) {
                    checkHashedKey(coll.name(), write.getKeyHash());
                }
            }
        }

        private void checkKey(String key) throws InvalidTransactionException {
            Policy own = keyPolicy(state.get(namespace, key));
            demand(own != null ? own : chaincodePolicy);
        }

        private void checkHashedKey(String collection, ByteString keyHash) throws InvalidTransactionException {
            Policy own = keyPolicy(state.getHashed(namespace, collection, keyHash));
            demand(own != null ? own : collectionPolicy(collection));
        }

        private Policy collectionPolicy(String collection) throws InvalidTransactionException {
            Policy policy = policies.ofCollection(namespace, collection);
            if (policy == null) {
                throw new InvalidTransactionException(
                        TxValidationCode.ENDORSEMENT_POLICY_FAILURE, "no such collection '" + collection + "'");
            }
            return policy;
        }

        private @Nullable Policy keyPolicy(@Nullable StateValue value) {
            ByteString policy = value == null ? null : value.endorsementPolicy();
            return policy == null ? null : policies.ofKey(policy);
        }

        private void demand(Policy policy) throws InvalidTransactionException {
            if (!verdicts.computeIfAbsent(policy, p -> p.satisfiedBy(signers))) {
                throw new InvalidTransactionException(
                        TxValidationCode.ENDORSEMENT_POLICY_FAILURE, "endorsement policy of " + namespace + " is not satisfied");
            }
        }
    }
}
