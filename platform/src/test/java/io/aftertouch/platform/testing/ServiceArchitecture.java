package io.aftertouch.platform.testing;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HttpMethod;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.RestForm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** How a service is built, checked rather than hoped for. */
public final class ServiceArchitecture {

    private ServiceArchitecture() {}

    /**
     * Checks a service.
     *
     * @param root its package, {@code io.aftertouch.survey}
     * @param purePackages features, or classes by a name ending, that must not see a framework
     */
    public static void check(String root, String... purePackages) {
        JavaClasses service = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        featuresHaveNoCycles(root, service);
        onlyOwnServiceAndPlatform(root, service);
        jaxRsOnlyAtTheEdge(service);
        panacheOnlyInRepositories(service);
        everyEndpointSaysWhoMayCallIt(service);
        formsAreForms(service);
        timeComesIn(service);
        DaysHaveAZone.check(root);
        noGraveyardNames(service);
        for (String pure : purePackages) {
            noClasses()
                    .that()
                    .resideInAPackage(root + "." + pure)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "java.sql..", "io.vertx..")
                    .check(service);
        }
    }

    private static void featuresHaveNoCycles(String root, JavaClasses service) {
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(service);
    }

    private static void onlyOwnServiceAndPlatform(String root, JavaClasses service) {
        classes()
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "of this service, of platform, or of libraries",
                        other -> !other.getPackageName().startsWith("io.aftertouch.")
                                || other.getPackageName().startsWith(root)
                                || other.getPackageName().startsWith("io.aftertouch.platform")))
                .check(service);
    }

    private static void jaxRsOnlyAtTheEdge(JavaClasses service) {
        noClasses()
                .that()
                .haveNameNotMatching(".*(Resource|Pages|Page|Mapper|Filter|Stream)(\\$.*|_.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .allowEmptyShould(true)
                .check(service);
    }

    private static void panacheOnlyInRepositories(JavaClasses service) {
        noClasses()
                .that()
                .haveNameNotMatching(".*Repository(\\$.*|_.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.quarkus.hibernate.orm.panache..")
                .allowEmptyShould(true)
                .check(service);
    }

    private static void everyEndpointSaysWhoMayCallIt(JavaClasses service) {
        methods()
                .that(ENDPOINT)
                .should()
                .beAnnotatedWith(PermissionsAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beDeclaredInClassesThat(DescribedPredicate.describe(
                        "say it for all their methods",
                        type -> type.isAnnotatedWith(PermissionsAllowed.class)
                                || type.isAnnotatedWith(PermitAll.class)))
                .allowEmptyShould(true)
                .check(service);
    }

    /** A method with form parameters and no {@code @Consumes} would take {@code text/plain}, which any site can post. */
    private static void formsAreForms(JavaClasses service) {
        methods()
                .that(DescribedPredicate.describe("take form fields", method -> method.getParameters().stream()
                        .anyMatch(parameter -> parameter.isAnnotatedWith(FormParam.class)
                                || parameter.isAnnotatedWith(RestForm.class))))
                .should()
                .beAnnotatedWith(Consumes.class)
                .orShould()
                .beDeclaredInClassesThat(
                        DescribedPredicate.describe("say it for all", type -> type.isAnnotatedWith(Consumes.class)))
                .allowEmptyShould(true)
                .check(service);
    }

    private static void timeComesIn(JavaClasses service) {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(service);
    }

    private static void noGraveyardNames(JavaClasses service) {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|DAO|Dao|DTO|Dto)$")
                .check(service);
    }

    private static final DescribedPredicate<JavaMethod> ENDPOINT =
            DescribedPredicate.describe("are endpoints", method -> method.getAnnotations().stream()
                    .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)));
}
