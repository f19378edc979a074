package io.aftertouch.survey.brand;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record ChangeBrand(
        @Size(max = 60)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(
                description =
                        "The name customers know the company by. Left out: what each survey is about stands in its place",
                examples = "Nordlys")
        String name,

        @Pattern(regexp = Colour.SHAPE, message = Colour.SHAPE_MESSAGE)
        @Schema(
                description =
                        "Any colour: it is darkened or lightened where it could not be read. Left out: the colours of the house")
        String accent) {}
