package org.voltrail.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.voltrail.model", importOptions = ImportOption.DoNotIncludeTests.class)
class ModelDependenciesTest {
    @ArchTest
    static final ArchRule theModelNeedsNothingButJacksonAndNullnessAnnotations = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.voltrail.model..", "com.fasterxml.jackson..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule nothingInTheModelReadsClockRandomnessOrLocale = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class)
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule recordsHoldNoFractions = noClasses()
            .that()
            .areRecords()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.Double")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.math.BigDecimal");
}
