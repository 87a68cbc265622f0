package org.voltrail.topology.site;

/** How the processes of a network run. */
public enum SiteKind {
    /** As programs on one machine, listening on the loopback interface. */
    NATIVE,
    /** As containers of a compose project. */
    COMPOSE,
    /** As pods, one namespace for each organisation. */
    KUBERNETES
}
