package org.voltrail.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which. */
@AnalyzeClasses(packages = "org.voltrail.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule AGEING_KNOWS_NOTHING_OF_THE_COMMAND_LINE =
            noClasses().that().resideInAPackage("..cli.ageing..").should().dependOnClassesThat()
                    .resideInAnyPackage("picocli..", "org.voltrail.client..", "org.voltrail.cli", "org.voltrail.cli.console..");

    @ArchTest
    static final ArchRule BULK_KNOWS_NO_COMMANDS =
            noClasses().that().resideInAPackage("..cli.bulk..").should().dependOnClassesThat().resideInAnyPackage("picocli..", "..cli.battery..");

    @ArchTest
    static final ArchRule ONLY_THE_SDK_SPEAKS_TO_THE_NETWORK =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.hyperledger..", "org.voltrail.client.internal..");

    @ArchTest
    static final ArchRule CAPABILITIES_DO_NOT_FORM_CYCLES =
            slices().matching("org.voltrail.cli.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule EVERY_COMMAND_IS_NAMED_AS_ONE =
            classes().that().areAssignableTo(CliCommand.class).and().areAnnotatedWith(picocli.CommandLine.Command.class)
                    .should().haveSimpleNameEndingWith("Command")
                    .orShould().bePackagePrivate()
                    .orShould().haveSimpleName("AnyQuery");
}
