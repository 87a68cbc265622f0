package org.voltrail.topology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What containers need on top of the network's description.
 *
 * @param compose where containers of a compose project find each other
 * @param kubernetes where pods find each other
 * @param images image of each kind of container
 * @param resources what a container of each kind may take
 */
public record Containers(Placement compose, Placement kubernetes, Map<String, String> images, Map<String, Resources> resources) {
    /** Copies the maps, keeping their order. */
    public Containers {
        images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
    }

    /**
     * A way of placing containers.
     *
     * @param host host name of a node, with the placeholders node, organisation, network and domain in braces
     * @param dataDirectory where a node keeps its ledger inside the container
     */
    public record Placement(String host, String dataDirectory) {}

    /**
     * Amounts in Kubernetes' notation.
     *
     * @param cpu asked for
     * @param cpuLimit at most
     * @param memory asked for
     * @param memoryLimit at most
     * @param storage of its volume
     */
    public record Resources(String cpu, String cpuLimit, String memory, String memoryLimit, String storage) {}
}
