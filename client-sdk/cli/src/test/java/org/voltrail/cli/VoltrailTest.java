package org.voltrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voltrail.client.ledger.EndorseException;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.OfferReceipt;
import org.voltrail.model.custody.OfferStatus;
import picocli.CommandLine;

class VoltrailTest {

    @TempDir
    private Path folder;

    private CommandLineFixture line;

    @BeforeEach
    void fixture() throws IOException {
        line = new CommandLineFixture(folder);
    }

    static Stream<CommandLine> everyCommand() {
        return all(Voltrail.commandLine((profile, identity, options) -> {
            throw new IllegalStateException();
        }));
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(Stream.of(command), command.getSubcommands().values().stream().flatMap(VoltrailTest::all));
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyCommandExplainsItself(CommandLine command) {
        StringWriter text = new StringWriter();
        command.usage(new PrintWriter(text, true));
        assertThat(text.toString()).startsWith("Usage: voltrail").doesNotContain("Exit codes:\n\n");
        assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
        command.getCommandSpec().args().forEach(argument -> assertThat(argument.description()).as(argument.paramLabel()).isNotEmpty());
    }

    @Test
    void aSingleIdentityIsTakenWithoutAsking() {
        line.answering(query -> Fixtures.battery(1, "0".repeat(64)));
        assertThat(line.run("get", Fixtures.BATTERY)).isZero();
        assertThat(line.out()).contains("parties.holder").contains("CarrierMSP");
        assertThat(line.client().closed()).isTrue();
    }

    @Test
    void anIdIsFoundHoweverItIsPasted() {
        line.answering(query -> Fixtures.battery(1, "0".repeat(64)));
        assertThat(line.run("get", " (01)09506000134352(21)A1 ")).isZero();
        assertThat(line.client().asked()).containsExactly(new BatteryQuery.Get("https://id.gs1.org/01/09506000134352/21/A1"));
    }

    @Test
    void withJsonAResultIsOneLineThatCanBeReadBack() {
        line.answering(query -> Fixtures.battery(1, "0".repeat(64)));
        assertThat(line.run("get", Fixtures.BATTERY, "--json")).isZero();
        assertThat(line.out().lines()).hasSize(1).first().asString().startsWith("{").contains("\"holder\":\"CarrierMSP\"");
    }

    @Test
    void aRefusalNamesCodeFieldAndRemedyAndExitsWithThree() {
        line.answering(query -> {
            throw new LedgerRefusedException("tx", Status.Code.ABORTED,
                    LedgerError.of(ErrorCode.BATTERY_NOT_FOUND, "There is no such battery.").at("battery"));
        });
        assertThat(line.run("get", Fixtures.BATTERY)).isEqualTo(3);
        assertThat(line.err()).contains("refused: BATTERY_NOT_FOUND: There is no such battery.").contains("field:").contains("what to do:");
    }

    @Test
    void withJsonAFailureIsOneLineOfJson() {
        line.answering(query -> {
            throw new LedgerRefusedException("tx", Status.Code.ABORTED, LedgerError.of(ErrorCode.ON_HOLD, "It is on hold."));
        });
        line.run("--json", "get", Fixtures.BATTERY);
        assertThat(line.err().lines()).hasSize(1).first().asString().contains("\"code\":\"ON_HOLD\"").contains("\"exitCode\":\"refused\"");
    }

    @Test
    void anUnreachableNetworkExitsWithFourAndAdvises() {
        line.answering(query -> {
            throw new EndorseException("tx", Status.UNAVAILABLE, List.of(), null);
        });
        assertThat(line.run("get", Fixtures.BATTERY)).isEqualTo(4);
        assertThat(line.err()).contains("start.sh");
    }

    @Test
    void aMissingIdentityExitsWithFiveAndListsThoseThatAreThere() {
        assertThat(line.run("get", Fixtures.BATTERY, "--identity", "nobody")).isEqualTo(5);
        assertThat(line.err()).contains("\"nobody\"").contains("clerk");
    }

    @Test
    void aMistypedCommandIsAnsweredWithASuggestion() {
        assertThat(line.run("trce")).isEqualTo(2);
        assertThat(line.err()).contains("trace");
    }

    @Test
    void anOfferIsCheckedBeforeItIsSent() {
        assertThat(line.run("offer", Fixtures.BATTERY, "--to", "not an msp", "--document", "D1")).isEqualTo(3);
        assertThat(line.err()).contains("INVALID_FIELD").contains("to");
        assertThat(line.client().submitted()).isEmpty();
    }

    @Test
    void anOfferIsSentUnderTheGivenCommandId() {
        line.doing(command -> new OfferReceipt("o1", OfferStatus.OPEN, 1));
        assertThat(line.run("offer", Fixtures.BATTERY, "--to", "CarrierMSP", "--document", "D1", "--command-id", "order-4")).isZero();
        assertThat(line.out()).contains("Offer o1 of 1 battery to CarrierMSP is open.").contains("tx-1");
        assertThat(line.client().submitted()).singleElement().isInstanceOfSatisfying(CustodyCommand.Offer.class,
                offer -> assertThat(offer.batteries()).containsExactly(Fixtures.BATTERY));
        assertThat(line.client().commandOptions()).singleElement()
                .satisfies(options -> assertThat(String.valueOf(options.commandId())).isEqualTo("order-4"));
    }

    @Test
    void anyCommandCanBeSubmittedByName() {
        line.doing(command -> new OfferReceipt("o1", OfferStatus.EXPIRED, 2));
        assertThat(line.run("submit", "custody:expire", "{\"offerId\":\"o1\"}", "--json")).isZero();
        assertThat(line.client().submitted()).containsExactly(new CustodyCommand.Expire("o1"));
        assertThat(line.out()).contains("\"transactionId\":\"tx-1\"").contains("\"status\":\"expired\"");
    }

    @Test
    void anUnknownFieldOfACommandIsNamed() {
        assertThat(line.run("submit", "custody:expire", "{\"offer\":\"o1\"}")).isEqualTo(3);
        assertThat(line.err()).contains("MALFORMED_REQUEST").contains("offer");
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheKnownOnes() {
        assertThat(line.run("submit", "custody:steal", "{}")).isEqualTo(2);
        assertThat(line.err()).contains("custody:accept");
    }

    @Test
    void completionKnowsTheCommands() {
        assertThat(line.run("completion")).isZero();
        assertThat(line.out()).contains("_complete_voltrail").contains("trace");
    }

    @Test
    void registrationByColumnsNamesAWrongOne() {
        assertThat(line.run("register", "id=" + Fixtures.BATTERY, "weight=4")).isEqualTo(5);
        assertThat(line.err()).contains("\"weight\"").contains("weightGrams");
    }
}
