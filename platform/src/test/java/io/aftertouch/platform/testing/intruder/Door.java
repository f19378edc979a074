package io.aftertouch.platform.testing.intruder;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * One method at one address of a service, of the API or of the pages, found in the code: what the document leaves out is found too.
 *
 * @param path as it is annotated
 * @param type of the body that it takes; null when it takes any or none
 */
record Door(String method, String path, String type) {

    private static final Pattern RESOURCES = Pattern.compile(".*(Resource|Pages|Page|Stream)\\.class");
    private static final Pattern ONE_OF_SOME = Pattern.compile("\\{[A-Za-z]+: ([a-z]+)([|a-z]*)}");
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    /** All of a service, those that it has of platform included. */
    static List<Door> of(String root) {
        ImportOption onlyResources = location -> location.matches(RESOURCES);
        List<Door> doors = new ArrayList<>();
        for (JavaClass resource : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(onlyResources)
                .importPackages(root, "io.aftertouch.platform")) {
            for (Method method : resource.reflect().getDeclaredMethods()) {
                Arrays.stream(method.getAnnotations())
                        .map(Annotation::annotationType)
                        .filter(annotation -> annotation.isAnnotationPresent(HttpMethod.class))
                        .map(annotation ->
                                annotation.getAnnotation(HttpMethod.class).value())
                        .forEach(verb -> doors.add(new Door(verb, address(resource.reflect(), method), type(method))));
            }
        }
        doors.sort(Comparator.comparing((Door door) -> door.path).thenComparing(door -> door.method));
        return doors;
    }

    private static String address(Class<?> resource, Method method) {
        String both = "/" + value(resource.getAnnotation(Path.class)) + "/" + value(method.getAnnotation(Path.class));
        String plain = both.replaceAll("/{2,}", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static String value(Path path) {
        return path == null ? "" : path.value();
    }

    private static String type(Method method) {
        Consumes consumes = method.isAnnotationPresent(Consumes.class)
                ? method.getAnnotation(Consumes.class)
                : method.getDeclaringClass().getAnnotation(Consumes.class);
        return consumes == null ? null : consumes.value()[0];
    }

    /** Knocks without wanting anything: about something that there is not, with a body that nothing can be made of. */
    Request knock() {
        String address = ONE_OF_SOME.matcher(path).replaceAll("$1").replaceAll("\\{[^}]+}", NOBODY);
        Request knock = Request.of(method, address).with("Accept", "*/*");
        return method.equals("GET")
                ? knock
                : knock.with("Content-Type", type == null ? JSON : type).saying(FORM.equals(type) ? "%" : "{");
    }

    @Override
    public String toString() {
        return method + " " + ONE_OF_SOME.matcher(path).replaceAll("$1$2").replace("|", "\\|");
    }
}
