package org.voltrail.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.voltrail.contract", importOptions = ImportOption.DoNotIncludeTests.class)
class ContractDependenciesTest {
    @ArchTest
    static final ArchRule theLedgerKnowsNoContractAndNoServer = noClasses()
            .that()
            .resideInAPackage("org.voltrail.contract.ledger")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.voltrail.contract.battery..", "org.voltrail.contract.custody..", "org.voltrail.contract.health..", "org.voltrail.contract.endoflife..",
                    "org.voltrail.contract.oversight..", "org.voltrail.contract.telemetry..", "org.voltrail.contract.service..", "io.grpc..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("org.voltrail.contract.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule contractsReadNoClockAndNoRandomness = noClasses()
            .that()
            .resideOutsideOfPackage("org.voltrail.contract.service")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class);
}
