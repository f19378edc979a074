package io.aftertouch.platform;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.aftertouch.platform.testing.DaysHaveAZone;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTest {

    private final JavaClasses platform = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.aftertouch.platform");

    @Test
    void platformKnowsNoDomainWord() {
        noClasses()
                .should()
                .haveNameMatching("(?i).*(survey|touchpoint|invitation|feedback|respondent|score|tally).*")
                .check(platform);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.aftertouch.survey..", "io.aftertouch.feedback..", "io.aftertouch.score..")
                .check(platform);
    }

    @Test
    void daysHaveAZone() {
        DaysHaveAZone.check("io.aftertouch.platform");
    }

    @Test
    void itsPartsHaveNoCycles() {
        slices().matching("io.aftertouch.platform.(*)..")
                .should()
                .beFreeOfCycles()
                .check(platform);
    }
}
