package org.voltrail.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.voltrail.network.deployment.ChaincodeDeployment;
import org.voltrail.network.deployment.DeploymentException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voltrail-network}: runs the embedded network until it is told to stop. */
@Command(
        name = "voltrail-network",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs a Fabric network in this process: organisations, peers, an orderer, one channel. Stop it with Ctrl-C or SIGTERM.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped as asked", "1:the network could not be started", "2:wrong usage"})
public final class NetworkMain implements Callable<Integer> {
    private static final String LOGGING = "logback.configurationFile";

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Data folder. A network that is there goes on where it was.")
    private Path data = Path.of("data");

    @Option(
            names = "--org",
            paramLabel = "NAME",
            description = "An organisation with a peer, NAME or NAME:MSPID; repeat for more. New ones join a network that exists."
                    + " Default: ManufacturerOrg, RecyclerOrg, CarrierOrg, RegulatorOrg.")
    private List<String> organisations = new ArrayList<>();

    @Option(names = "--channel", paramLabel = "NAME", defaultValue = "voltrail", description = "The channel (default: ${DEFAULT-VALUE}).")
    private String channel = "voltrail";

    @Option(names = "--peers", paramLabel = "N", defaultValue = "1", description = "Peers of each organisation (default: ${DEFAULT-VALUE}).")
    private int peers = 1;

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Take ports from here on: orderer, then each organisation's peers and authority. Default: free ports.")
    private int portBase;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            defaultValue = "localhost",
            description = "The name under which clients reach the network (default: ${DEFAULT-VALUE}).")
    private String host = "localhost";

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "localhost",
            description = "The address to listen on, 0.0.0.0 for all (default: ${DEFAULT-VALUE}).")
    private String listen = "localhost";

    @Option(
            names = "--chaincode",
            paramLabel = "NAME[:VERSION][=ADDRESSES]",
            description = "Chaincode to deploy: NAME=HOST:PORT (the peers find their servers there and at the following ports) or"
                    + " NAME=ORG@HOST:PORT,...; repeat for more. Version 1.0 if none is given.")
    private List<String> chaincodes = new ArrayList<>();

    @Option(
            names = "--chaincode-timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long a chaincode may take for one execution (default: ${DEFAULT-VALUE}).")
    private int chaincodeTimeout = 30;

    @Option(
            names = "--package-id",
            paramLabel = "NAME[:VERSION]",
            description = "Only print the package id that a chaincode's servers must register as, and end.")
    private @Nullable String packageIdOf;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** For picocli. */
    public NetworkMain() {}

    /** Runs the command. */
    public static void main(String[] arguments) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "org/voltrail/network/logging.xml");
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(new CommandLine(new NetworkMain()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        if (packageIdOf != null) {
            ChaincodeArgument chaincode = ChaincodeArgument.parse(packageIdOf);
            System.out.println(
                    ChaincodeDeployment.packageOf(chaincode.name(), chaincode.version()).packageId());
            return 0;
        }
        try {
            run();
            return 0;
        } catch (NetworkStartException e) {
            return failed(e.getMessage(), e.remedy());
        } catch (DeploymentException e) {
            return failed(e.getMessage(), "See the log of the chaincode's servers and of the network.");
        } catch (IllegalArgumentException e) {
            return failed(e.getMessage(), "See voltrail-network --help.");
        } catch (IOException e) {
            return failed("A file cannot be written: " + e.getMessage(), "See that the data folder can be written to.");
        }
    }

    private static int failed(@Nullable String message, String remedy) {
        System.err.println("The network cannot be started. " + message + ".");
        System.err.println(remedy);
        return 1;
    }

    private void run() throws IOException, InterruptedException {
        List<ChaincodeArgument> arguments = chaincodes.stream().map(ChaincodeArgument::parse).toList();
        Files.createDirectories(data);
        try (EmbeddedNetwork network = start()) {
            ReadyFile ready = new ReadyFile(network);
            Thread hook = new Thread(this::stop, "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            List<ChaincodeDeployment> deployments = arguments.stream().map(argument -> deploy(network, argument)).toList();
            ready.write(deployments);
            tell(network, deployments);
            stopped.await();
            ready.delete();
        } finally {
            ended.countDown();
        }
    }

    /** Asks the network to stop and waits until it has. */
    private void stop() {
        stopped.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private EmbeddedNetwork start() {
        EmbeddedNetwork.Builder builder = EmbeddedNetwork.builder(data)
                .channel(channel)
                .peersEach(peers)
                .portBase(portBase)
                .host(host)
                .listen(listen)
                .chaincodeTimeout(Duration.ofSeconds(chaincodeTimeout));
        organisations.forEach(builder::organisation);
        return builder.start();
    }

    private static ChaincodeDeployment deploy(EmbeddedNetwork network, ChaincodeArgument argument) {
        List<String> names = network.organisations().stream()
                .flatMap(organisation -> network.peers(organisation).keySet().stream())
                .toList();
        ChaincodeDeployment deployment = argument.deployment(names);
        network.deploy(deployment);
        return deployment;
    }

    private static void tell(EmbeddedNetwork network, List<ChaincodeDeployment> deployments) {
        System.out.printf("The network is ready: channel %s, %d blocks.%n", network.channel(), network.height());
        System.out.printf("Connection profile of all organisations: %s%n", network.connectionProfile());
        for (String organisation : network.organisations()) {
            System.out.printf(
                    "%s: peers %s, certificate authority %s, connection profile %s%n",
                    organisation,
                    network.peers(organisation).values(),
                    network.caUrl(organisation),
                    network.connectionProfile(organisation));
        }
        System.out.printf("Orderer: %s%n", network.orderer());
        for (ChaincodeDeployment deployment : deployments) {
            System.out.printf(
                    "Chaincode %s %s: its servers register as %s, one at each of %s%n",
                    deployment.name(),
                    deployment.version(),
                    deployment.chaincodePackage().packageId(),
                    deployment.addresses());
        }
        System.out.flush();
    }
}
