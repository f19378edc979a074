package io.aftertouch.platform.testing;

import java.time.ZoneId;
import java.time.temporal.Temporal;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Nothing takes the day, or the time on a clock, from the zone of the machine: it is that of a company or of a person. Tests do not either, since
 * they would fail in the hours in which the machine and the company have different days.
 */
public final class DaysHaveAZone {

    private static final DescribedPredicate<JavaMethodCall> THE_MACHINES_DAY =
            DescribedPredicate.describe("asks what day or time it is where the machine is", call -> {
                var method = call.getTarget();
                return method.getName().equals("now")
                        && method.getRawParameterTypes().isEmpty()
                        && method.getOwner().isAssignableTo(Temporal.class)
                        && !method.getOwner().isEquivalentTo(java.time.Instant.class);
            });

    private DaysHaveAZone() {}

    /** Checks all classes of a package, its tests included. */
    public static void check(String root) {
        noClasses()
                .should()
                .callMethodWhere(THE_MACHINES_DAY)
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .check(new ClassFileImporter().importPackages(root));
    }
}
