package io.aftertouch.local;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.aftertouch.platform.testing.DaysHaveAZone;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.aftertouch.local", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("io.aftertouch.local.(*)..").should().beFreeOfCycles();

    @Test
    void daysHaveAZone() {
        DaysHaveAZone.check("io.aftertouch.local");
    }

    /** The demo is a stranger who only knows the API. */
    @ArchTest
    static final ArchRule THE_DEMO_KNOWS_NO_OTHER_FEATURE = noClasses()
            .that()
            .resideInAPackage("..local.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..local.suite..", "..local.gateway..", "..local.mail..")
            .allowEmptyShould(true);
}
