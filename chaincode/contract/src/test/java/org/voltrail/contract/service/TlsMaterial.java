package org.voltrail.contract.service;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A self-signed certificate that serves server and client alike. */
record TlsMaterial(Path certificate, Path key) {
    static TlsMaterial in(Path folder) throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
        X500Name subject = new X500Name("CN=localhost");
        TlsMaterial material = new TlsMaterial(folder.resolve("tls.crt"), folder.resolve("tls.key"));
        write(material.certificate, new JcaX509v3CertificateBuilder(
                        subject, BigInteger.ONE, new Date(0), Date.from(Instant.parse("2099-01-01T00:00:00Z")), subject, keys.getPublic())
                .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        write(material.key, new JcaPKCS8Generator(keys.getPrivate(), null));
        return material;
    }

    private static void write(Path file, Object pem) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file); JcaPEMWriter out = new JcaPEMWriter(writer)) {
            out.writeObject(pem);
        }
    }

    TlsFiles server() {
        return new TlsFiles(certificate, key, certificate);
    }

    NettyChannelBuilder client(InetSocketAddress address, boolean withCertificate) throws IOException {
        SslContextBuilder context = GrpcSslContexts.forClient().trustManager(certificate.toFile());
        if (withCertificate) {
            context.keyManager(certificate.toFile(), key.toFile());
        }
        return NettyChannelBuilder.forAddress(address).sslContext(context.build());
    }
}
