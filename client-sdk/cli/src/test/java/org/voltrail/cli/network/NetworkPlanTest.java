package org.voltrail.cli.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.model.LedgerException;
import org.voltrail.model.json.WireNames;
import org.voltrail.model.oversight.ParticipantEntry;

class NetworkPlanTest {

    @Test
    void everyRoleOfAUserIsOneThatItsOrganisationMayExercise() {
        NetworkPlan plan = NetworkPlan.standard();
        assertThat(plan.users()).allSatisfy(user -> {
            ParticipantEntry entry = plan.participants().stream().filter(one -> one.msp().equals(user.msp())).findFirst().orElseThrow();
            Set<String> allowed = entry.roles().stream().map(WireNames::of).collect(Collectors.toSet());
            assertThat(allowed).containsAll(Arrays.asList(user.roles().split(",")));
        });
    }

    @Test
    void theRegulatorsUserActsForTheAuthority() {
        assertThat(NetworkPlan.standard().regulator().roles()).contains("regulator");
    }

    @Test
    void aPlanWithoutAUserOfTheAuthorityIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("plan.json");
        Files.writeString(file, "{\"authority\":\"RegulatorMSP\",\"participants\":[],\"accreditations\":[],\"users\":[]}");
        assertThatThrownBy(() -> NetworkPlan.read(file)).isInstanceOf(LedgerException.class).hasMessageContaining("no user");
    }
}
