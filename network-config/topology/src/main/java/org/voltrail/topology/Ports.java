package org.voltrail.topology;

/** Which of an organisation's hundred ports is for what when its processes run natively on one machine. */
public final class Ports {
    public static final int SPAN = 100;
    public static final int MOST_PEERS = 5;
    public static final int MOST_ORDERERS = 5;

    private static final int CA = 54;
    private static final int CA_OPERATIONS = 55;
    private static final int FIRST_NODE = 50;
    private static final int NODE_SPAN = 10;

    private Ports() {}

    public static int ca(int base) {
        return base + CA;
    }

    public static int caOperations(int base) {
        return base + CA_OPERATIONS;
    }

    /** The n-th peer's service. */
    public static int peer(int base, int n) {
        return node(base, n) + 1;
    }

    public static int peerChaincode(int base, int n) {
        return node(base, n) + 2;
    }

    public static int peerOperations(int base, int n) {
        return node(base, n) + 7;
    }

    /** Chaincode service of a peer. Two ports take turns, so that a new version can start beside the old one. */
    public static int chaincodeService(int base, int n, int turn) {
        return node(base, n) + 8 + turn % 2;
    }

    public static int orderer(int base, int n) {
        return node(base, n);
    }

    public static int ordererAdmin(int base, int n) {
        return node(base, n) + 3;
    }

    public static int ordererOperations(int base, int n) {
        return node(base, n) + 6;
    }

    private static int node(int base, int n) {
        return base + FIRST_NODE + NODE_SPAN * n;
    }
}
