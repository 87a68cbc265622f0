package org.voltrail.topology.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voltrail.topology.Layout;
import org.voltrail.topology.Networks;
import org.voltrail.topology.site.Site;
import org.voltrail.topology.site.SiteKind;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Rule 1 of docs/policies.md and its last table, tried on the configuration that configtxgen reads. */
class ChannelPoliciesTest {
    private static final List<String> MSPS = List.of("ManufacturerMSP", "RecyclerMSP", "CarrierMSP", "RegulatorMSP");
    private static final Pattern PRINCIPAL = Pattern.compile("'([A-Za-z]+)\\.([a-z]+)'");

    private final Map<String, Object> configuration = parse(ChannelFiles.configtx(
            Site.of(Networks.standard(), SiteKind.NATIVE, new Layout(Path.of("data")))));

    @Test
    void theChaincodeIsEndorsedByTheChannelsPolicy() {
        assertThat(Networks.standard().chaincode().endorsementPolicy()).isEqualTo("/Channel/Application/Endorsement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Endorsement", "LifecycleEndorsement"})
    void peersOfAnyThreeOrganisationsSufficeAndNoTwoDo(String policy) {
        for (Set<String> endorsers : combinations()) {
            assertThat(application(policy, endorsers, "peer")).as("%s by %s", policy, endorsers).isEqualTo(endorsers.size() >= 3);
        }
    }

    @Test
    void neitherClientsNorAdministratorsEndorse() {
        assertThat(application("Endorsement", Set.copyOf(MSPS), "client")).isFalse();
        assertThat(application("Endorsement", Set.copyOf(MSPS), "admin")).isFalse();
    }

    @Test
    void administratorsOfThreeOrganisationsLetAnotherOneIn() {
        for (Set<String> signers : combinations()) {
            assertThat(application("Admins", signers, "admin")).as("signed by %s", signers).isEqualTo(signers.size() >= 3);
        }
    }

    @Test
    void oneClientOfOneOrganisationMaySubmitAndNoPeerMay() {
        assertThat(MSPS).allSatisfy(msp -> {
            assertThat(application("Writers", Set.of(msp), "client")).isTrue();
            assertThat(application("Writers", Set.of(msp), "peer")).isFalse();
        });
    }

    @Test
    void everyOrganisationIsAdministeredByItselfAlone() {
        for (Map<String, Object> organisation : peerOrganisations()) {
            String own = (String) organisation.get("ID");
            assertThat(MSPS).allSatisfy(msp -> assertThat(satisfied(signature(organisation, "Admins"), Set.of(msp), "admin")).isEqualTo(msp.equals(own)));
        }
    }

    @Test
    void theOrdererOrganisationDoesNotEndorse() {
        assertThat(organisation("OrdererMSP").get("Policies")).asString().doesNotContain("Endorsement");
        assertThat(at("Profiles", "Channel", "Application", "Organizations")).asString().doesNotContain("OrdererMSP");
    }

    @Test
    void everyPolicyThatFabricWantsOfTheChannelIsThere() {
        assertThat(map(at("Profiles", "Channel", "Policies"))).containsOnlyKeys("Readers", "Writers", "Admins");
        assertThat(map(at("Profiles", "Channel", "Orderer", "Policies"))).containsOnlyKeys("Readers", "Writers", "Admins", "BlockValidation");
        assertThat(map(at("Profiles", "Channel", "Application", "Policies")))
                .containsOnlyKeys("Readers", "Writers", "Admins", "LifecycleEndorsement", "Endorsement");
    }

    private boolean application(String policy, Set<String> msps, String nodeRole) {
        String[] rule = rule(at("Profiles", "Channel", "Application", "Policies", policy)).split(" ");
        long satisfied = peerOrganisations().stream().filter(each -> satisfied(signature(each, rule[1]), msps, nodeRole)).count();
        long all = peerOrganisations().size();
        return switch (rule[0]) {
            case "ANY" -> satisfied >= 1;
            case "MAJORITY" -> satisfied >= all / 2 + 1;
            case "ALL" -> satisfied == all;
            default -> throw new IllegalArgumentException(rule[0]);
        };
    }

    private static boolean satisfied(String or, Set<String> msps, String nodeRole) {
        assertThat(or).startsWith("OR(");
        return PRINCIPAL.matcher(or).results()
                .anyMatch(each -> msps.contains(each.group(1)) && (each.group(2).equals(nodeRole) || each.group(2).equals("member")));
    }

    private static String signature(Map<String, Object> organisation, String policy) {
        return rule(map(organisation.get("Policies")).get(policy));
    }

    private static String rule(Object policy) {
        return (String) map(policy).get("Rule");
    }

    private List<Map<String, Object>> peerOrganisations() {
        return MSPS.stream().map(this::organisation).toList();
    }

    private Map<String, Object> organisation(String msp) {
        return ((List<?>) at("Organizations")).stream()
                .map(ChannelPoliciesTest::map)
                .filter(each -> each.get("ID").equals(msp))
                .findFirst()
                .orElseThrow();
    }

    private Object at(String... path) {
        Object node = configuration;
        for (String step : path) {
            node = map(node).get(step);
        }
        return node;
    }

    private static List<Set<String>> combinations() {
        return IntStream.range(0, 1 << MSPS.size())
                .mapToObj(bits -> IntStream.range(0, MSPS.size())
                        .filter(i -> (bits & 1 << i) != 0)
                        .mapToObj(MSPS::get)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .map(each -> (Set<String>) each)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static Map<String, Object> parse(String yaml) {
        return Stream.of(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(yaml)).map(ChannelPoliciesTest::map).findFirst().orElseThrow();
    }
}
