package io.aftertouch.platform.problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses what asks for no type of answer that can be given before anything is done. Quarkus REST does so itself, except where methods that
 * differ in what they take share an address: there it only notices when it writes the answer.
 */
@Provider
public class AnswerTypes implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (resource.getResourceMethod().isAnnotationPresent(Consumes.class)) {
            context.register(new Check(given(resource)));
        }
    }

    private static List<MediaType> given(ResourceInfo resource) {
        return Optional.ofNullable(resource.getResourceMethod().getAnnotation(Produces.class))
                .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(Produces.class)))
                .map(Produces::value)
                .map(types -> Stream.of(types).map(MediaType::valueOf).toList())
                .orElse(List.of(MediaType.APPLICATION_JSON_TYPE));
    }

    private record Check(List<MediaType> given) implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            List<MediaType> asked = request.getAcceptableMediaTypes();
            if (asked.stream().noneMatch(type -> given.stream().anyMatch(type::isCompatible))) {
                throw new NotAcceptableException();
            }
        }
    }
}
