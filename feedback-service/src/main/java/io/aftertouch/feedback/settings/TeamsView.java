package io.aftertouch.feedback.settings;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The teams, as the API shows them. */
@Schema(name = "Teams")
record TeamsView(
        @Schema(description = "The ETag; 0 while nobody has changed it.")
        int version,

        List<ChangeTeams.TeamWish> teams) {

    static TeamsView of(Versioned<Teams> current) {
        return new TeamsView(current.version(), ChangeTeams.of(current.value()).teams());
    }
}
