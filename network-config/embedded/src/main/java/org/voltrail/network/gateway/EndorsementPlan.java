package org.voltrail.network.gateway;

import com.google.protobuf.ByteString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.jspecify.annotations.Nullable;

/**
 * Collects the endorsements of one transaction. Peers stand in groups; a layout needs one endorsement of each of its groups; the plan is
 * fulfilled when some layout is. Thread-safe.
 */
final class EndorsementPlan {
    private final List<Layout> layouts;
    private final Map<String, Deque<EndorsingPeer>> groups;
    private final Map<EndorsingPeer, String> groupOf = new IdentityHashMap<>();
    private final List<ErrorDetail> errors = new ArrayList<>();
    private @Nullable ByteString payload;
    private @Nullable Layout completed;

    EndorsementPlan(List<Set<String>> layouts, Map<String, List<EndorsingPeer>> groups) {
        this.layouts = new ArrayList<>(layouts.stream().map(Layout::new).toList());
        this.groups = new LinkedHashMap<>();
        groups.forEach((group, peers) -> {
            this.groups.put(group, new ArrayDeque<>(peers));
            peers.forEach(peer -> groupOf.put(peer, group));
        });
    }

    /** A plan for a single endorsement of any of these peers. */
    static EndorsementPlan anyOf(List<EndorsingPeer> peers) {
        return new EndorsementPlan(List.of(Set.of("any")), Map.of("any", peers));
    }

    /** The peers to ask for the layout that is next in turn, one for each group that still lacks; empty when no layout is left. */
    synchronized List<EndorsingPeer> nextEndorsers() {
        while (!layouts.isEmpty()) {
            Layout layout = layouts.get(0);
            if (layout.missing.stream().noneMatch(group -> peersOf(group).isEmpty())) {
                return layout.missing.stream().map(group -> peersOf(group).remove()).toList();
            }
            layouts.remove(0);
        }
        return List.of();
    }

    private Deque<EndorsingPeer> peersOf(String group) {
        return groups.computeIfAbsent(group, unknown -> new ArrayDeque<>());
    }

    /** Another peer of the same group, or null when there is none left: the group is then given up. */
    synchronized @Nullable EndorsingPeer nextInGroup(EndorsingPeer peer) {
        String group = group(peer);
        EndorsingPeer next = peersOf(group).poll();
        if (next == null) {
            layouts.removeIf(layout -> layout.missing.contains(group));
        }
        return next;
    }

    private String group(EndorsingPeer peer) {
        return groupOf.getOrDefault(peer, peer.mspId());
    }

    /** Adds an endorsement; false when its payload differs from that of the others. */
    synchronized boolean add(EndorsingPeer peer, ProposalResponse response) {
        String group = group(peer);
        peersOf(group).remove(peer);
        if (payload == null) {
            payload = response.getPayload();
        } else if (!payload.equals(response.getPayload())) {
            errors.add(peer.error("ProposalResponsePayloads do not match"));
            return false;
        }
        for (Layout layout : layouts) {
            if (layout.missing.remove(group)) {
                layout.endorsements.add(response.getEndorsement());
            }
            if (layout.missing.isEmpty() && completed == null) {
                completed = layout;
            }
        }
        return true;
    }

    synchronized void addError(ErrorDetail error) {
        errors.add(error);
    }

    synchronized List<ErrorDetail> errors() {
        return List.copyOf(errors);
    }

    synchronized boolean isFulfilled() {
        return completed != null;
    }

    /** The payload that all endorsers signed. */
    synchronized ByteString payload() {
        return payload == null ? ByteString.EMPTY : payload;
    }

    /** The endorsements of the fulfilled layout. */
    synchronized List<Endorsement> endorsements() {
        return completed == null ? List.of() : List.copyOf(completed.endorsements);
    }

    private static final class Layout {
        private final Set<String> missing;
        private final List<Endorsement> endorsements = new ArrayList<>();

        Layout(Set<String> groups) {
            this.missing = new HashSet<>(groups);
        }
    }
}
