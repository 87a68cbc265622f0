package org.voltrail.topology.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.voltrail.topology.Layout;
import org.voltrail.topology.Organisation;
import org.voltrail.topology.Topology;

/**
 * What the regulator writes into the ledger's registers at the start, as {@code voltrail network setup --plan} reads it. Organisations
 * without a role are not in it.
 */
public final class SetupPlan {
    private final Topology topology;
    private final Layout layout;

    /** The plan of a network. */
    public SetupPlan(Topology topology, Layout layout) {
        this.topology = topology;
        this.layout = layout;
    }

    /** Writes the plan. */
    public void write() {
        PrivateFiles.writeReadable(layout.setupPlan(), plan());
    }

    ObjectNode plan() {
        ObjectNode plan = JsonNodeFactory.instance.objectNode().put("authority", topology.regulator().mspId());
        ArrayNode participants = plan.putArray("participants");
        ArrayNode accreditations = plan.putArray("accreditations");
        ArrayNode users = plan.putArray("users");
        for (Organisation each : topology.organisations().stream().filter(each -> !each.roles().isEmpty()).toList()) {
            participants.add(participant(each));
            each.accreditations().forEach(grant -> accreditations.add(accreditation(each.mspId(), grant)));
            each.users().forEach(user -> users.add(user(each.mspId(), user)));
        }
        return plan;
    }

    private static ObjectNode participant(Organisation each) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("msp", each.mspId()).put("name", each.title());
        texts(node.putArray("roles"), each.roles());
        return node.put("jurisdiction", each.jurisdiction());
    }

    private static ObjectNode accreditation(String mspId, Organisation.Accreditation grant) {
        return JsonNodeFactory.instance.objectNode()
                .put("msp", mspId)
                .put("scope", grant.scope())
                .put("number", grant.number())
                .put("body", grant.body())
                .put("validFrom", grant.validFrom())
                .put("validUntil", grant.validUntil());
    }

    private static ObjectNode user(String mspId, Organisation.User user) {
        return JsonNodeFactory.instance.objectNode()
                .put("label", user.name())
                .put("msp", mspId)
                .put("roles", String.join(",", user.roles()));
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
