package org.voltrail.network.ledger;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.OrganizationUnit;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.voltrail.network.validation.ImplicitCollections;

/** The private data collections of one state: a chaincode's own and the implicit ones of the organisations. */
final class Collections {
    private final StateView view;

    Collections(StateView view) {
        this.view = view;
    }

    /**
     * A collection as far as the ledger goes by it.
     *
     * @param members MSP ids of the organisations whose peers hold the plaintext
     * @param blocksToLive after how many blocks the data expire; 0 = never
     */
    record Collection(Set<String> members, boolean memberOnlyRead, boolean memberOnlyWrite, long blocksToLive) {
        /** The block with which data of {@code block} expire, or -1 where they never do. */
        long expiryOf(long block) {
            return blocksToLive == 0 || block + blocksToLive + 1 <= block ? -1 : block + blocksToLive + 1;
        }
    }

    /** The collection, or empty where the chaincode does not have it. */
    Optional<Collection> find(String namespace, String name) {
        Optional<String> owner = ImplicitCollections.owner(name);
        if (owner.isPresent()) {
            boolean known = hasImplicit(namespace) && view.config().applicationOrganisations().contains(owner.get());
            return known ? owner.map(mspId -> new Collection(Set.of(mspId), false, false, 0)) : Optional.empty();
        }
        return view.find(namespace)
                .flatMap(definition -> definition.collections().getConfigList().stream()
                        .map(config -> config.getStaticCollectionConfig())
                        .filter(config -> config.getName().equals(name))
                        .findFirst())
                .map(Collections::explicit);
    }

    /** Whether the namespace is one that can have collections. */
    boolean hasImplicit(String namespace) {
        return namespace.equals(StoredDefinitions.NAMESPACE) || view.find(namespace).isPresent();
    }

    private static Collection explicit(StaticCollectionConfig config) {
        List<MSPPrincipal> principals = config.getMemberOrgsPolicy().getSignaturePolicy().getIdentitiesList();
        Set<String> members = new LinkedHashSet<>();
        principals.forEach(principal -> members.add(mspId(principal)));
        return new Collection(members, config.getMemberOnlyRead(), config.getMemberOnlyWrite(), config.getBlockToLive());
    }

    private static String mspId(MSPPrincipal principal) {
        try {
            return switch (principal.getPrincipalClassification()) {
                case ROLE -> MSPRole.parseFrom(principal.getPrincipal()).getMspIdentifier();
                case ORGANIZATION_UNIT -> OrganizationUnit.parseFrom(principal.getPrincipal()).getMspIdentifier();
                case IDENTITY -> SerializedIdentity.parseFrom(principal.getPrincipal()).getMspid();
                default -> "";
            };
        } catch (InvalidProtocolBufferException e) {
            throw new LedgerCorruptException("a collection's member policy is unreadable", e);
        }
    }
}
