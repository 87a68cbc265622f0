package org.voltrail.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes bytes on to a server, and can be broken off and restored. While broken off, it hangs up on whoever connects. */
final class TcpForwarder implements AutoCloseable {
    private final InetSocketAddress target;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean broken;

    private TcpForwarder(InetSocketAddress target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    static TcpForwarder to(String host, int port) throws IOException {
        return new TcpForwarder(new InetSocketAddress(host, port));
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket near = listener.accept();
                start(() -> join(near));
            } catch (IOException e) {
                close(listener);
            }
        }
    }

    private void join(Socket near) {
        open.add(near);
        if (broken) {
            close(near);
            return;
        }
        try {
            Socket far = new Socket(target.getAddress(), target.getPort());
            open.add(far);
            start(() -> copy(far, near));
            copy(near, far);
        } catch (IOException e) {
            close(near);
        }
    }

    private void copy(Socket from, Socket to) {
        try (from; to; InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // the way was broken off
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** Cuts all connections and takes no new ones. */
    void breakOff() {
        broken = true;
        open.forEach(TcpForwarder::close);
    }

    /** Takes connections again. */
    void restore() {
        broken = false;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "forwarder");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // it is gone either way
        }
    }

    @Override
    public void close() {
        close(listener);
        breakOff();
    }
}
