package org.voltrail.network.ca.rest;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.voltrail.network.ca.OrganisationCa;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.crypto.TlsMaterial;

/** Serves an organisation's certificate authority over HTTPS, as Fabric CA's server does. */
public final class FabricCaServer implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int SECONDS_TO_FINISH = 1;
    private static final char[] NO_PASSWORD = new char[0];

    private final HttpServer server;
    private final ExecutorService threads;

    private FabricCaServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts a server.
     *
     * @param address where to listen; port 0 for any free one
     */
    public static FabricCaServer start(OrganisationCa ca, TlsMaterial tls, InetSocketAddress address, Clock clock) throws IOException {
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(sslContext(tls)));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, threadNames(ca.name()));
        server.setExecutor(threads);
        server.createContext("/", new CaHandler(new CaRoutes(ca, clock)));
        server.start();
        return new FabricCaServer(server, threads);
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Lets the requests at hand finish, for a second at most, and stops. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
    }

    private static ThreadFactory threadNames(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private static SSLContext sslContext(TlsMaterial tls) throws IOException {
        X509Certificate certificate = Pem.certificate(Files.readAllBytes(tls.certificate()));
        PrivateKey key = Pem.privateKey(Files.readAllBytes(tls.key()));
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("server", key, NO_PASSWORD, new Certificate[] {certificate});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the TLS material in " + tls.certificate() + " cannot be used", e);
        }
    }
}
