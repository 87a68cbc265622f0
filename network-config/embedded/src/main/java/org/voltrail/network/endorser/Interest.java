package org.voltrail.network.endorser;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.peer.ChaincodeCall;
import org.hyperledger.fabric.protos.peer.ChaincodeInterest;
import org.voltrail.network.ledger.SimulationResult;
import org.voltrail.network.ledger.WrittenKeys;
import org.voltrail.network.wire.Wire;

/** Which chaincodes, collections and keys a simulation touched, as far as it matters to whose endorsement it needs. */
final class Interest {
    private final SimulationResult result;
    private final Map<String, Map<String, Boolean>> policies = new TreeMap<>();

    private Interest(SimulationResult result, String invokedChaincode, Predicate<String> systemChaincode) {
        this.result = result;
        result.writes().forEach(this::addWrites);
        for (NsReadWriteSet namespace : result.publicResults().getNsRwsetList()) {
            policies.computeIfAbsent(namespace.getNamespace(), name -> new TreeMap<>(Map.of("", true)));
        }
        result.privateReads().forEach((namespace, collections) ->
                collections.forEach(collection -> collectionsOf(namespace).put(collection, true)));
        policies.computeIfAbsent(invokedChaincode, name -> new TreeMap<>(Map.of("", true)));
        policies.keySet().removeIf(systemChaincode);
    }

    /**
     * The interest that a simulation's result shows. The invoked chaincode always belongs to it: validation asks for its policy even
     * where only a chaincode that it called has read and written.
     *
     * @throws InvalidProtocolBufferException when a written key carries a policy that is none
     */
    static ChaincodeInterest of(SimulationResult result, String invokedChaincode, Predicate<String> systemChaincode)
            throws InvalidProtocolBufferException {
        return new Interest(result, invokedChaincode, systemChaincode).build();
    }

    private void addWrites(String namespace, Map<String, WrittenKeys> collections) {
        Map<String, Boolean> required = collectionsOf(namespace);
        required.putIfAbsent("", false);
        collections.forEach((collection, keys) -> {
            if (keys.underCommonPolicy()) {
                required.put(collection, true);
            }
        });
    }

    private Map<String, Boolean> collectionsOf(String namespace) {
        return policies.computeIfAbsent(namespace, name -> new TreeMap<>());
    }

    private ChaincodeInterest build() throws InvalidProtocolBufferException {
        ChaincodeInterest.Builder interest = ChaincodeInterest.newBuilder();
        for (Map.Entry<String, Map<String, Boolean>> namespace : policies.entrySet()) {
            for (Map.Entry<String, Boolean> collection : namespace.getValue().entrySet()) {
                if (collection.getKey().isEmpty()) {
                    addPublic(interest, namespace.getKey(), collection.getValue());
                } else {
                    addCollection(interest, namespace.getKey(), collection.getKey());
                }
            }
        }
        return interest.build();
    }

    private void addPublic(ChaincodeInterest.Builder interest, String namespace, boolean required) throws InvalidProtocolBufferException {
        Set<ByteString> keyPolicies = keyPolicies(namespace);
        if (!required && keyPolicies.isEmpty()) {
            return;
        }
        ChaincodeCall.Builder call = ChaincodeCall.newBuilder().setName(namespace).setDisregardNamespacePolicy(!required);
        for (ByteString policy : keyPolicies) {
            call.addKeyPolicies(Wire.parse(SignaturePolicyEnvelope.parser(), policy));
        }
        interest.addChaincodes(call);
    }

    private Set<ByteString> keyPolicies(String namespace) {
        Set<ByteString> keyPolicies = new TreeSet<>(ByteString.unsignedLexicographicalComparator());
        result.writes().getOrDefault(namespace, Map.of()).values().forEach(keys -> keyPolicies.addAll(keys.keyPolicies()));
        return keyPolicies;
    }

    private void addCollection(ChaincodeInterest.Builder interest, String namespace, String collection) {
        boolean read = result.privateReads().getOrDefault(namespace, Set.of()).contains(collection);
        interest.addChaincodes(ChaincodeCall.newBuilder().setName(namespace).addCollectionNames(collection).setNoPrivateReads(!read));
    }
}
