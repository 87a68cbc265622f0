package org.voltrail.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Chooses ports: one after the other from a base, or whichever are free. */
final class Ports {
    private final String listenHost;
    private int next;

    /** Ports on {@code listenHost} from {@code base} on; 0 for free ones. */
    Ports(String listenHost, int base) {
        this.listenHost = listenHost;
        this.next = base;
    }

    /** A port for {@code what}. */
    int take(String what) {
        if (next == 0) {
            return free();
        }
        int port = next++;
        requireFree(port, what);
        return port;
    }

    /** Goes on after {@code last}, unless free ports are taken anyway. */
    void continueAfter(int last) {
        if (next != 0) {
            next = Math.max(next, last + 1);
        }
    }

    /** The port if it is free; otherwise another one where {@code anyWillDo}. */
    int again(int port, boolean anyWillDo, String what) {
        if (anyWillDo && !isFree(port)) {
            return free();
        }
        requireFree(port, what);
        return port;
    }

    private void requireFree(int port, String what) {
        if (!isFree(port)) {
            throw new NetworkStartException(
                    "Port %d, which %s needs, is in use".formatted(port, what),
                    "Stop the program that listens there (another network with the same data or ports?), or choose other ports with"
                            + " --port-base and another data folder.");
        }
    }

    private boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(listenHost), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private int free() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(listenHost), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new NetworkStartException(
                    "Cannot listen on %s: %s".formatted(listenHost, e.getMessage()), "Choose another address with --listen.", e);
        }
    }
}
