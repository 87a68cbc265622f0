package org.voltrail.network.gateway;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ChaincodeCall;
import org.hyperledger.fabric.protos.peer.ChaincodeInterest;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.lifecycle.ChaincodeDefinition;
import org.voltrail.network.peer.Channels;
import org.voltrail.network.policy.Policy;
import org.voltrail.network.policy.PolicyManager;

/** Chooses the peers that a transaction's endorsements come from, seen from one gateway. */
public final class EndorsementPlanner {
    private static final String IMPLICIT_PREFIX = "_implicit_org_";
    private static final int REMEMBERED = 4096;

    private final EndorsingPeer local;
    private final EndorsingPeers peers;
    private final Channels channels;
    private final Predicate<String> systemChaincode;
    private final Map<Question, List<Set<String>>> answers = new ConcurrentHashMap<>();

    /** A planner that prefers {@code local} and its organisation. */
    public EndorsementPlanner(EndorsingPeer local, EndorsingPeers peers, Channels channels, Predicate<String> systemChaincode) {
        this.local = local;
        this.peers = peers;
        this.channels = channels;
        this.systemChaincode = systemChaincode;
    }

    EndorsingPeer local() {
        return local;
    }

    /** One peer of each of these organisations. */
    EndorsementPlan forOrganisations(String channelId, String chaincode, List<String> organisations) throws PlanningException {
        Map<String, List<EndorsingPeer>> byOrganisation = byOrganisation(peer -> runs(peer, channelId, chaincode));
        List<String> missing = organisations.stream().filter(organisation -> !byOrganisation.containsKey(organisation)).toList();
        if (!missing.isEmpty()) {
            throw new PlanningException("failed to find any endorsing peers for org(s): " + String.join(", ", missing));
        }
        return new EndorsementPlan(List.of(Set.copyOf(organisations)), byOrganisation);
    }

    /** One peer for an evaluation: of the own organisation if possible, otherwise of another one of {@code organisations} (all if empty). */
    EndorsementPlan forEvaluation(String channelId, String chaincode, List<String> organisations) throws PlanningException {
        Map<String, List<EndorsingPeer>> byOrganisation = byOrganisation(peer -> runs(peer, channelId, chaincode));
        List<EndorsingPeer> candidates = byOrganisation.entrySet().stream()
                .filter(entry -> organisations.isEmpty() || organisations.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        if (candidates.isEmpty()) {
            throw new PlanningException("no peers available to evaluate chaincode %s in channel %s".formatted(chaincode, channelId));
        }
        return EndorsementPlan.anyOf(candidates);
    }

    /** As many peers as the policies of what was touched ask for; {@code first}'s organisation is preferred. */
    EndorsementPlan forInterest(String channelId, ChaincodeInterest interest, @Nullable EndorsingPeer first) throws PlanningException {
        ChannelLedger ledger = channels.find(channelId).orElseThrow(() -> unknownChaincode(channelId, interest.getChaincodes(0)));
        Map<String, List<EndorsingPeer>> eligible = byOrganisation(peer -> runsAll(peer, channelId, interest));
        eligible.keySet().removeIf(organisation -> !mayRead(organisation, ledger, interest));
        List<Set<String>> layouts = layouts(ledger, interest, List.copyOf(eligible.keySet()));
        if (layouts.isEmpty()) {
            throw new PlanningException(
                    "no combination of peers can be derived which satisfy the endorsement policy: no peer combination can satisfy the"
                            + " endorsement policy");
        }
        return new EndorsementPlan(preferred(layouts, first), eligible);
    }

    private boolean runs(EndorsingPeer peer, String channelId, String chaincode) {
        return systemChaincode.test(chaincode) || peer.catalogue().runs(channelId, chaincode);
    }

    private boolean runsAll(EndorsingPeer peer, String channelId, ChaincodeInterest interest) {
        return interest.getChaincodesList().stream().allMatch(call -> peer.catalogue().runs(channelId, call.getName()));
    }

    private Map<String, List<EndorsingPeer>> byOrganisation(Predicate<EndorsingPeer> filter) {
        Comparator<EndorsingPeer> localFirst = Comparator.comparing(peer -> !peer.node().equals(local.node()));
        Comparator<EndorsingPeer> ownOrganisationNext = Comparator.comparing(peer -> !peer.mspId().equals(local.mspId()));
        return peers.list().stream()
                .filter(filter)
                .sorted(localFirst.thenComparing(ownOrganisationNext))
                .collect(Collectors.groupingBy(EndorsingPeer::mspId, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    }

    private static boolean mayRead(String organisation, ChannelLedger ledger, ChaincodeInterest interest) {
        return interest.getChaincodesList().stream()
                .filter(call -> !call.getNoPrivateReads())
                .allMatch(call -> call.getCollectionNamesList().stream()
                        .allMatch(collection -> isMember(organisation, ledger, call.getName(), collection)));
    }

    private static boolean isMember(String organisation, ChannelLedger ledger, String chaincode, String collection) {
        if (collection.startsWith(IMPLICIT_PREFIX)) {
            return collection.substring(IMPLICIT_PREFIX.length()).equals(organisation);
        }
        return ledger.chaincode(chaincode)
                .flatMap(definition -> collection(definition, collection))
                .map(config -> ledger.config()
                        .policies()
                        .signaturePolicy(config.getMemberOrgsPolicy().getSignaturePolicy())
                        .satisfiedByPeersOf(Set.of(organisation)))
                .orElse(false);
    }

    private static Optional<StaticCollectionConfig> collection(ChaincodeDefinition definition, String name) {
        return definition.collections().getConfigList().stream()
                .map(CollectionConfig::getStaticCollectionConfig)
                .filter(config -> config.getName().equals(name))
                .findFirst();
    }

    private List<Set<String>> layouts(ChannelLedger ledger, ChaincodeInterest interest, List<String> organisations)
            throws PlanningException {
        List<ChaincodeDefinition> definitions = definitions(ledger, interest);
        Question question = new Question(ledger.config(), interest, definitions, organisations);
        List<Set<String>> known = answers.get(question);
        if (known == null) {
            List<Predicate<Set<String>>> conditions = conditions(ledger.config(), interest, definitions);
            known = Layouts.minimal(organisations, chosen -> conditions.stream().allMatch(condition -> condition.test(chosen)));
            remember(question, known);
        }
        return known;
    }

    private void remember(Question question, List<Set<String>> answer) {
        if (answers.size() >= REMEMBERED) {
            answers.clear();
        }
        answers.put(question, answer);
    }

    private static List<ChaincodeDefinition> definitions(ChannelLedger ledger, ChaincodeInterest interest) throws PlanningException {
        List<ChaincodeDefinition> definitions = new ArrayList<>(interest.getChaincodesCount());
        for (ChaincodeCall call : interest.getChaincodesList()) {
            definitions.add(ledger.chaincode(call.getName()).orElseThrow(() -> unknownChaincode(ledger.channelId(), call)));
        }
        return definitions;
    }

    private static PlanningException unknownChaincode(String channelId, ChaincodeCall call) {
        return new PlanningException(("no combination of peers can be derived which satisfy the endorsement policy: No metadata was found"
                        + " for chaincode %s in channel %s")
                .formatted(call.getName(), channelId));
    }

    private static List<Predicate<Set<String>>> conditions(
            ChannelConfig config, ChaincodeInterest interest, List<ChaincodeDefinition> definitions) {
        List<Predicate<Set<String>>> conditions = new ArrayList<>();
        for (int index = 0; index < definitions.size(); index++) {
            ChaincodeCall call = interest.getChaincodes(index);
            ChaincodeDefinition definition = definitions.get(index);
            for (SignaturePolicyEnvelope keyPolicy : call.getKeyPoliciesList()) {
                conditions.add(config.policies().signaturePolicy(keyPolicy)::satisfiedByPeersOf);
            }
            if (call.getCollectionNamesCount() > 0) {
                call.getCollectionNamesList()
                        .forEach(collection -> conditions.add(collectionPolicy(config.policies(), definition, collection)));
            } else if (!call.getDisregardNamespacePolicy()) {
                conditions.add(config.policies().applicationPolicy(definition.endorsementPolicy())::satisfiedByPeersOf);
            }
        }
        return conditions;
    }

    private static Predicate<Set<String>> collectionPolicy(PolicyManager policies, ChaincodeDefinition definition, String collection) {
        if (collection.startsWith(IMPLICIT_PREFIX)) {
            return chosen -> chosen.contains(collection.substring(IMPLICIT_PREFIX.length()));
        }
        Policy policy = collection(definition, collection)
                .filter(StaticCollectionConfig::hasEndorsementPolicy)
                .map(config -> policies.applicationPolicy(config.getEndorsementPolicy()))
                .orElseGet(() -> policies.applicationPolicy(definition.endorsementPolicy()));
        return policy::satisfiedByPeersOf;
    }

    private static List<Set<String>> preferred(List<Set<String>> layouts, @Nullable EndorsingPeer first) {
        List<Set<String>> ordered = new ArrayList<>(layouts);
        Collections.shuffle(ordered, ThreadLocalRandom.current());
        Comparator<Set<String>> withFirst =
                Comparator.comparing(layout -> first == null || !layout.contains(first.mspId()));
        ordered.sort(withFirst.thenComparing(Set::size));
        return ordered;
    }

    /** The organisations that run the chaincodes, with their peers; for discovery. */
    public Map<String, List<EndorsingPeer>> eligible(String channelId, ChaincodeInterest interest) {
        Map<String, List<EndorsingPeer>> eligible = byOrganisation(peer -> runsAll(peer, channelId, interest));
        channels.find(channelId)
                .ifPresent(ledger -> eligible.keySet().removeIf(organisation -> !mayRead(organisation, ledger, interest)));
        return eligible;
    }

    /**
     * The minimal sets of organisations whose peers together satisfy all policies; for discovery.
     *
     * @throws PlanningException when a chaincode is not defined
     */
    public List<Set<String>> layouts(String channelId, ChaincodeInterest interest) throws PlanningException {
        ChannelLedger ledger = channels.find(channelId).orElseThrow(() -> unknownChaincode(channelId, interest.getChaincodes(0)));
        return layouts(ledger, interest, List.copyOf(eligible(channelId, interest).keySet()));
    }

    private record Question(
            ChannelConfig config, ChaincodeInterest interest, List<ChaincodeDefinition> definitions, List<String> organisations) {}
}
