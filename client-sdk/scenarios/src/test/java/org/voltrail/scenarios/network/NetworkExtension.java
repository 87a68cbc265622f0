package org.voltrail.scenarios.network;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the embedded network once for all scenarios, or uses a running one whose data folder the system property
 * {@code voltrail.network} names.
 */
final class NetworkExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(NetworkExtension.class);

    private static final class Running implements AutoCloseable {
        final ScenarioNetwork network;
        final People people;

        Running(ScenarioNetwork network) {
            this.network = network;
            this.people = new People(network).settle();
        }

        @Override
        public void close() throws Exception {
            people.close();
            if (network instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == People.class || type == ScenarioNetwork.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = running(context);
        return parameter.getParameter().getType() == People.class ? running.people : running.network;
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Running.class, type -> new Running(open()), Running.class);
    }

    private static ScenarioNetwork open() {
        String folder = System.getProperty("voltrail.network", "");
        return folder.isBlank() ? EmbeddedScenarioNetwork.start() : new RunningNetwork(Path.of(folder));
    }
}
