package org.voltrail.topology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Checks of a description that go beyond the form of its fields. */
final class TopologyCheck {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9.-]{0,62}");
    private static final Set<String> ROLES = Set.of(
            "manufacturer", "carrier", "collector", "recycler", "second-life", "tester", "regulator", "auditor");
    private static final int HIGHEST_FIRST_PORT = 65_436;

    private final Topology topology;

    TopologyCheck(Topology topology) {
        this.topology = topology;
    }

    void run() {
        present();
        names();
        peers();
        users();
        roles();
        ports();
        orderers();
        topology.regulator();
    }

    private void present() {
        require(topology.name() != null && topology.domain() != null, "name and domain must be given");
        require(topology.fabric() != null && topology.channel() != null, "fabric and channel must be given");
        require(topology.orderer() != null && topology.chaincode() != null, "orderer and chaincode must be given");
        require(topology.containers() != null, "containers must be given");
        require(!topology.organisations().isEmpty(), "at least one organisation must be given");
    }

    private void names() {
        topology.organisations().forEach(each -> require(each.title() != null && each.jurisdiction() != null,
                each.name() + " needs a title and a jurisdiction"));
        distinct("id", Organisation::id, topology.orderer().id());
        distinct("name", Organisation::name, topology.orderer().name());
        distinct("mspId", Organisation::mspId, topology.orderer().mspId());
        topology.organisations().forEach(each -> require(ID.matcher(each.id()).matches(),
                "id " + each.id() + " must be lower-case letters, digits and dashes, at most 31 of them"));
        topology.organisations().forEach(each -> require(
                NAME.matcher(each.name()).matches() && NAME.matcher(each.mspId()).matches(),
                "name and mspId of " + each.id() + " must be letters, digits, dots and dashes, at most 63 of them"));
    }

    private void distinct(String field, Function<Organisation, String> value, String orderers) {
        Set<String> seen = new HashSet<>(Set.of(orderers));
        topology.organisations().forEach(each -> require(seen.add(value.apply(each)), field + " " + value.apply(each) + " is given twice"));
    }

    private void peers() {
        for (Organisation each : topology.organisations()) {
            require(!each.peers().isEmpty() && each.peers().size() <= Ports.MOST_PEERS,
                    each.name() + " must have between one and " + Ports.MOST_PEERS + " peers");
            for (int i = 0; i < each.peers().size(); i++) {
                require(each.peers().get(i).equals("peer" + i), "the peers of " + each.name() + " must be called peer0, peer1 and so on");
            }
        }
    }

    private void users() {
        Set<String> seen = new HashSet<>(Set.of("admin"));
        topology.organisations().forEach(each -> each.users().forEach(user -> require(seen.add(user.name()),
                "user " + user.name() + " is given twice (admin is every organisation's administrator)")));
    }

    private void roles() {
        for (Organisation each : topology.organisations()) {
            each.roles().forEach(role -> require(ROLES.contains(role), each.name() + ": there is no role " + role));
            each.users().forEach(user -> require(each.roles().containsAll(user.roles()),
                    each.name() + ": " + user.name() + " has a role that the organisation lacks"));
        }
    }

    private void ports() {
        List<Integer> firsts = new ArrayList<>(topology.organisations().stream().map(Organisation::ports).toList());
        firsts.add(topology.orderer().ports());
        firsts.forEach(first -> require(first > 0 && first <= HIGHEST_FIRST_PORT, "ports must lie between 1 and " + HIGHEST_FIRST_PORT));
        List<Integer> sorted = firsts.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            require(sorted.get(i) - sorted.get(i - 1) >= Ports.SPAN,
                    "ports " + sorted.get(i - 1) + " and " + sorted.get(i) + " lie closer together than " + Ports.SPAN);
        }
    }

    private void orderers() {
        int nodes = topology.orderer().nodes().size();
        require(nodes % 2 == 1 && nodes <= Ports.MOST_ORDERERS,
                "the number of ordering nodes must be odd and at most " + Ports.MOST_ORDERERS + ", else a failure costs the majority");
    }

    private static void require(boolean condition, String complaint) {
        if (!condition) {
            throw new TopologyException("network.yaml: " + complaint + ".");
        }
    }
}
