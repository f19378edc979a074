package io.aftertouch.platform.openapi;

import io.aftertouch.platform.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Makes the document what a client needs: the API and not the pages, the ways to sign in, and the problem that every operation may answer. */
public class ApiOnly implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths().getPathItems().keySet().stream()
                .filter(path -> !path.startsWith("/api/"))
                .toList()
                .forEach(document.getPaths()::removePathItem);
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(
                        "bearer",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API key, atk_…"))
                .addSecurityScheme(
                        "apiKey",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-Api-Key"));
        addProblemSchema(document.getComponents());
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(ApiOnly::addProblem);
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getCallbacks() != null)
                .forEach(operation -> tellAsWebhooks(operation, document));
    }

    /**
     * What an operation has us post stands under {@code webhooks}: we post it because of what happens and not because of the request, and clients
     * that are generated from the document need not know. The annotations of webhooks themselves are not understood by SmallRye.
     */
    private static void tellAsWebhooks(Operation operation, OpenAPI document) {
        operation.getCallbacks().forEach((name, callback) -> callback.getPathItems()
                .values()
                .forEach(posted -> document.addWebhook(name, posted)));
        operation.setCallbacks(null);
    }

    @Override
    public PathItem filterPathItem(PathItem path) {
        return path;
    }

    /** Every operation refers to it, also in a service whose own operations never name it. */
    private static void addProblemSchema(Components components) {
        if (components.getSchemas() != null && components.getSchemas().containsKey("Problem")) {
            return;
        }
        components.addSchema(
                "FieldError",
                object().addProperty("field", of(SchemaType.STRING)).addProperty("message", of(SchemaType.STRING)));
        components.addSchema(
                "Problem",
                object().description("RFC 9457 problem")
                        .addProperty("type", of(SchemaType.STRING))
                        .addProperty("title", of(SchemaType.STRING))
                        .addProperty("status", of(SchemaType.INTEGER).format("int32"))
                        .addProperty("detail", of(SchemaType.STRING))
                        .addProperty("instance", of(SchemaType.STRING))
                        .addProperty(
                                "errors",
                                of(SchemaType.ARRAY)
                                        .items(OASFactory.createSchema().ref("FieldError"))));
    }

    private static Schema object() {
        return of(SchemaType.OBJECT);
    }

    private static Schema of(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    private static void addProblem(Operation operation) {
        operation.setSecurity(java.util.List.of(
                OASFactory.createSecurityRequirement().addScheme("bearer"),
                OASFactory.createSecurityRequirement().addScheme("apiKey")));
        if (operation.getResponses().getAPIResponse("default") == null) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "default",
                            OASFactory.createAPIResponse()
                                    .description("A problem, with the status that it names")
                                    .content(OASFactory.createContent()
                                            .addMediaType(
                                                    Problem.MEDIA_TYPE,
                                                    OASFactory.createMediaType()
                                                            .schema(OASFactory.createSchema()
                                                                    .ref("Problem")))));
        }
    }
}
