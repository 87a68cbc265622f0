package org.voltrail.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

@AnalyzeClasses(packages = "org.voltrail.client", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String INTERNAL = "org.voltrail.client.internal";

    @ArchTest
    static final ArchRule internalsAreNotExported = classes()
            .that().resideOutsideOfPackage("..client.internal..").and().arePublic()
            .should(mentionNothingInternal());

    @ArchTest
    static final ArchRule publicFieldsAreConstantsOfPublicTypes = noFields()
            .that().areDeclaredInClassesThat().resideOutsideOfPackage("..client.internal..").and().arePublic()
            .should().notBeFinal();

    @ArchTest
    static final ArchRule whatTheSdkThrowsHasOneRoot = classes()
            .that().areAssignableTo(RuntimeException.class)
            .should().beAssignableTo(VoltrailException.class);

    @ArchTest
    static final ArchRule theSdkKnowsNeitherContractNorNetwork = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("org.voltrail.contract..", "org.voltrail.network..", "org.voltrail.cli..");

    @ArchTest
    static final ArchRule profileKnowsNoOtherCapability = noClasses()
            .that().resideInAPackage("..client.profile..")
            .should().dependOnClassesThat().resideInAnyPackage(
                    "..client.identity..", "..client.enrolment..", "..client.ledger..", "..client.events..", "..client.offline..",
                    "..client.paging..", "..client.internal..");

    @ArchTest
    static final ArchRule insidesHaveNoCircles = slices().matching("org.voltrail.client.internal.(*)..").should().beFreeOfCycles();

    private static ArchCondition<JavaClass> mentionNothingInternal() {
        return new ArchCondition<>("mention no internal type in what is public") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnits().stream().filter(ArchitectureTest::isExported).forEach(unit -> report(unit, events));
            }
        };
    }

    private static boolean isExported(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PUBLIC) || unit.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static void report(JavaCodeUnit unit, ConditionEvents events) {
        unit.getAllInvolvedRawTypes().stream()
                .filter(type -> type.getPackageName().startsWith(INTERNAL))
                .forEach(type -> events.add(SimpleConditionEvent.violated(unit, unit.getFullName() + " shows " + type.getName())));
    }
}
