package org.voltrail.topology.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class KubernetesTest {
    private static final Path MANIFESTS = Path.of("..", "kubernetes");
    private static final YAMLMapper YAML = new YAMLMapper();

    /** Checks that go down the whole object and refuse unknown and missing fields, generated from Kubernetes' OpenAPI description. */
    private static final Map<String, Check> KINDS = Map.of(
            "Namespace", V1Namespace::validateJsonElement,
            "Service", V1Service::validateJsonElement,
            "StatefulSet", V1StatefulSet::validateJsonElement,
            "Deployment", V1Deployment::validateJsonElement,
            "PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "NetworkPolicy", V1NetworkPolicy::validateJsonElement);

    private interface Check {
        void validate(JsonElement element) throws IOException;
    }

    private final List<JsonNode> objects = objects();

    @Test
    void everyManifestKeepsToKubernetesOwnDescription() {
        assertThat(objects).hasSizeGreaterThan(40).allSatisfy(object -> assertThatCode(() -> validate(object)).doesNotThrowAnyException());
    }

    @Test
    void aSlipInAManifestIsFound() {
        ObjectNode slip = of("StatefulSet").findFirst().orElseThrow().deepCopy();
        ((ObjectNode) slip.at("/spec/template/spec/containers/0")).put("imagee", "x");

        assertThatThrownBy(() -> validate(slip)).hasMessageContaining("imagee");
    }

    @Test
    void everySelectorFindsItsOwnPods() {
        Stream.concat(of("StatefulSet"), of("Deployment")).forEach(object -> {
            Map<String, String> labels = map(object.at("/spec/template/metadata/labels"));
            assertThat(labels).as(name(object)).containsAllEntriesOf(map(object.at("/spec/selector/matchLabels")));
        });
    }

    @Test
    void everyServiceHasPodsBehindIt() throws IOException {
        for (Path organisation : organisations()) {
            List<JsonNode> own = read(organisation);
            List<Map<String, String>> pods = own.stream().filter(each -> each.has("spec") && each.at("/spec/template").isObject())
                    
                    .map(each -> map(each.at("/spec/template/metadata/labels"))).toList();
            own.stream().filter(each -> kind(each).equals("Service")).forEach(service -> assertThat(pods).as(name(service))
                    .anySatisfy(labels -> assertThat(labels).containsAllEntriesOf(map(service.at("/spec/selector")))));
        }
    }

    @Test
    void everyPortThatAServiceOrAProbeNamesIsAPortOfTheContainer() {
        Stream.concat(of("StatefulSet"), of("Deployment")).forEach(object -> {
            JsonNode container = object.at("/spec/template/spec/containers/0");
            Set<String> ports = new HashSet<>();
            container.path("ports").forEach(port -> ports.add(port.path("name").asText()));
            for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                assertThat(ports).as(name(object)).contains(container.path(probe).findValue("port").asText());
            }
        });
    }

    @Test
    void everyMountHasItsVolume() {
        Stream.concat(of("StatefulSet"), of("Deployment")).forEach(object -> {
            Set<String> volumes = new HashSet<>();
            object.at("/spec/template/spec/volumes").forEach(volume -> volumes.add(volume.path("name").asText()));
            object.at("/spec/volumeClaimTemplates").forEach(claim -> volumes.add(claim.at("/metadata/name").asText()));
            assertThat(volumes).as(name(object)).containsAll(object.at("/spec/template/spec").findValuesAsText("mountPath").stream()
                    .map(path -> mountOf(object, path))
                    .toList());
        });
    }

    @Test
    void everyContainerHasLimitsAndNoRights() {
        Stream.concat(of("StatefulSet"), of("Deployment")).forEach(object -> {
            JsonNode pod = object.at("/spec/template/spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).as(name(object)).isTrue();
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            Stream.of("containers", "initContainers").flatMap(kind -> stream(pod.path(kind))).forEach(container -> {
                assertThat(container.at("/resources/limits/memory").asText()).as(name(object)).isNotEmpty();
                assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
            });
        });
    }

    @Test
    void everyNamespaceShutsOutWhatIsNotAllowed() throws IOException {
        for (Path organisation : organisations()) {
            assertThat(read(organisation)).as(organisation.toString()).anySatisfy(object -> {
                assertThat(kind(object)).isEqualTo("NetworkPolicy");
                assertThat(map(object.at("/spec/podSelector"))).isEmpty();
                assertThat(object.at("/spec/policyTypes")).extracting(JsonNode::asText).containsExactly("Ingress", "Egress");
                assertThat(object.at("/spec").has("ingress")).isFalse();
            });
        }
    }

    @Test
    void onlyItsOwnOrganisationsPeersReachAChaincodeService() {
        of("NetworkPolicy").filter(policy -> name(policy).equals("chaincode")).forEach(policy -> {
            assertThat(policy.at("/spec/ingress")).hasSize(1);
            assertThat(policy.at("/spec/ingress/0/from/0/podSelector/matchLabels/app.kubernetes.io~1component").asText()).isEqualTo("peer");
            assertThat(policy.at("/spec/ingress/0/from/0").has("namespaceSelector")).isFalse();
        });
    }

    @Test
    void evictionsLeaveAMajorityOfTheOrderingNodes() {
        long nodes = of("StatefulSet").filter(object -> name(object).startsWith("orderer")).count();
        JsonNode budget = of("PodDisruptionBudget").filter(object -> name(object).equals("orderers")).findFirst().orElseThrow();

        assertThat(nodes - budget.at("/spec/maxUnavailable").asInt()).isGreaterThan(nodes / 2);
    }

    @Test
    void noPodIsInTwoBudgetsSinceKubernetesWouldRefuseToEvictIt() throws IOException {
        for (Path organisation : organisations()) {
            List<String> selectors = read(organisation).stream()
                    .filter(object -> kind(object).equals("PodDisruptionBudget"))
                    .map(object -> object.at("/spec/selector/matchLabels").toString())
                    .toList();
            assertThat(selectors).as(organisation.toString()).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyFileOfAKustomizationIsThere() throws IOException {
        for (Path organisation : organisations()) {
            JsonNode kustomization = YAML.readTree(organisation.resolve("kustomization.yaml").toFile());
            kustomization.path("resources").forEach(file -> assertThat(organisation.resolve(file.asText())).exists());
            kustomization.path("configMapGenerator").forEach(map -> map.path("files")
                    .forEach(file -> assertThat(organisation.resolve(file.asText().split("=")[1])).exists()));
        }
    }

    private static void validate(JsonNode object) throws IOException {
        assertThat(KINDS).containsKey(kind(object));
        KINDS.get(kind(object)).validate(JsonParser.parseString(object.toString()));
    }

    private static String mountOf(JsonNode object, String path) {
        return Stream.of("containers", "initContainers")
                .flatMap(kind -> stream(object.at("/spec/template/spec").path(kind)))
                .flatMap(container -> stream(container.path("volumeMounts")))
                .filter(mount -> mount.path("mountPath").asText().equals(path))
                .map(mount -> mount.path("name").asText())
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> of(String kind) {
        return objects.stream().filter(object -> kind(object).equals(kind));
    }

    private static String kind(JsonNode object) {
        return object.path("kind").asText();
    }

    private static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    private static Map<String, String> map(JsonNode node) {
        Map<String, String> map = new TreeMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<JsonNode> objects() {
        try {
            List<JsonNode> all = new ArrayList<>();
            for (Path organisation : organisations()) {
                all.addAll(read(organisation));
            }
            return all;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> organisations() throws IOException {
        try (Stream<Path> folders = Files.list(MANIFESTS)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<JsonNode> read(Path organisation) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        try (Stream<Path> files = Files.list(organisation)) {
            for (Path file : files.filter(Files::isRegularFile).filter(each -> !each.endsWith("kustomization.yaml")).sorted().toList()) {
                try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
                    documents.forEachRemaining(objects::add);
                }
            }
        }
        return objects;
    }
}
