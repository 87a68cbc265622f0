package org.voltrail.contract.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the chaincode as a service until it is told to stop.
 *
 * <p>Endpoints are the arguments, {@code packageId=host:port} each; without arguments, those of {@code VOLTRAIL_CHAINCODE},
 * separated by commas; without it, the one that Fabric's own {@code CORE_CHAINCODE_ID_NAME} and
 * {@code CHAINCODE_SERVER_ADDRESS} name. TLS as in Fabric's samples: {@code CHAINCODE_TLS_CERT}, {@code CHAINCODE_TLS_KEY}
 * and, to demand certificates of the peers, {@code CHAINCODE_CLIENT_CA_CERT}. {@code VOLTRAIL_CLOCK_TOLERANCE_S} says how many
 * seconds a transaction's time may be from this machine's clock (3,600; 0 for any).
 */
public final class Main {
    private static final String LOGBACK = "logback.configurationFile";

    private Main() {}

    /** Starts; does not return before the service is stopped. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (System.getProperty(LOGBACK) == null) {
            System.setProperty(LOGBACK, "org/voltrail/contract/service/logback-chaincode.xml");
        }
        Logger log = LoggerFactory.getLogger(Main.class);
        Map<String, String> environment = System.getenv();
        ChaincodeService service = ChaincodeService.start(endpoints(arguments, environment), tls(environment), tolerance(environment));
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "chaincode-stop"));
        log.info("Chaincode is ready at {}", service.addresses());
        service.awaitTermination();
    }

    static List<Endpoint> endpoints(String[] arguments, Map<String, String> environment) {
        List<String> texts = new ArrayList<>(Arrays.asList(arguments));
        if (texts.isEmpty()) {
            texts.addAll(Arrays.asList(environment.getOrDefault("VOLTRAIL_CHAINCODE", single(environment)).split(",")));
        }
        return texts.stream().map(String::strip).map(Endpoint::parse).toList();
    }

    private static String single(Map<String, String> environment) {
        return environment.get("CORE_CHAINCODE_ID_NAME") + "=" + environment.get("CHAINCODE_SERVER_ADDRESS");
    }

    static Duration tolerance(Map<String, String> environment) {
        String seconds = environment.get("VOLTRAIL_CLOCK_TOLERANCE_S");
        return seconds == null ? ChaincodeService.CLOCK_TOLERANCE : Duration.ofSeconds(Long.parseLong(seconds));
    }

    static @Nullable TlsFiles tls(Map<String, String> environment) {
        String certificate = environment.get("CHAINCODE_TLS_CERT");
        String key = environment.get("CHAINCODE_TLS_KEY");
        String roots = environment.get("CHAINCODE_CLIENT_CA_CERT");
        return certificate == null || key == null
                ? null
                : new TlsFiles(Path.of(certificate), Path.of(key), roots == null ? null : Path.of(roots));
    }
}
