package org.voltrail.network.deployment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.lifecycle.ChaincodePackage;

/**
 * A chaincode to deploy.
 *
 * @param name its name on the channel
 * @param version its version, any text that Fabric allows
 * @param endorsementPolicy who must endorse its transactions, or null for the channel's {@code /Channel/Application/Endorsement}
 * @param collections its private data collections; implicit collections of organisations need no mention
 * @param initRequired whether it must be initialised before it can be used
 * @param addresses where each peer finds its chaincode server, {@code host:port} by the peer's name. Each peer needs a server of its own
 */
public record ChaincodeDeployment(
        String name,
        String version,
        @Nullable ApplicationPolicy endorsementPolicy,
        CollectionConfigPackage collections,
        boolean initRequired,
        Map<String, String> addresses) {
    public ChaincodeDeployment {
        addresses = Map.copyOf(addresses);
    }

    /** A chaincode with the channel's endorsement policy and without collections of its own, served nowhere yet. */
    public static ChaincodeDeployment of(String name, String version) {
        return new ChaincodeDeployment(name, version, null, CollectionConfigPackage.getDefaultInstance(), false, Map.of());
    }

    /** The same with an endorsement policy. */
    public ChaincodeDeployment withEndorsementPolicy(ApplicationPolicy policy) {
        return new ChaincodeDeployment(name, version, policy, collections, initRequired, addresses);
    }

    /** The same with private data collections. */
    public ChaincodeDeployment withCollections(CollectionConfigPackage newCollections) {
        return new ChaincodeDeployment(name, version, endorsementPolicy, newCollections, initRequired, addresses);
    }

    /** The same with one more peer's chaincode server. */
    public ChaincodeDeployment servedAt(String peerName, String address) {
        Map<String, String> more = new LinkedHashMap<>(addresses);
        more.put(peerName, address);
        return new ChaincodeDeployment(name, version, endorsementPolicy, collections, initRequired, more);
    }

    /**
     * The package that every peer installs. It names no address: each peer fills in its own, so that a chaincode server may move
     * without a new package, and all servers register under the same package id.
     */
    public ChaincodePackage chaincodePackage() {
        return packageOf(name, version);
    }

    /** The package of a chaincode by its name and version; its id is what the chaincode's servers register as. */
    public static ChaincodePackage packageOf(String name, String version) {
        return ChaincodePackage.service(
                name + "_" + version, "{\"address\":\"{{." + addressSetting(name) + "}}\",\"dial_timeout\":\"10s\",\"tls_required\":false}");
    }

    /** The name of the peer's setting that holds the address of a chaincode's server. */
    public static String addressSetting(String name) {
        return name + "_address";
    }
}
