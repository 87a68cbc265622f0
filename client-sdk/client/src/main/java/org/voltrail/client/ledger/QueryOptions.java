package org.voltrail.client.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What may be said about one query.
 *
 * @param transientData private inputs by name
 * @param organisations MSP ids of the organisations whose peers may answer; empty leaves it to the gateway, which prefers its own
 */
public record QueryOptions(Map<String, byte[]> transientData, Set<String> organisations) {
    /** Nothing in particular. */
    public static final QueryOptions NONE = new QueryOptions(Map.of(), Set.of());

    /** Copies the collections. */
    public QueryOptions {
        transientData = Map.copyOf(transientData);
        organisations = Set.copyOf(organisations);
    }

    /** The same with one more private input. */
    public QueryOptions withTransient(String name, byte[] value) {
        Map<String, byte[]> more = new TreeMap<>(transientData);
        more.put(name, value.clone());
        return new QueryOptions(more, organisations);
    }

    /** The same with one more private input, in UTF-8. */
    public QueryOptions withTransient(String name, String value) {
        return withTransient(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The same answered by these organisations' peers only. */
    public QueryOptions withOrganisations(String... mspIds) {
        return new QueryOptions(transientData, Set.of(mspIds));
    }
}
