package io.aftertouch.platform.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.idempotency.Idempotent;
import io.aftertouch.platform.paging.Cursor;
import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
public class NoteResource {

    public enum Mood {
        GOOD,
        BAD
    }

    public record WriteNote(
            @NotBlank @Size(max = 50) String text,
            Mood mood,
            Integer stars,
            Instant at,
            UUID about,
            LocalDate day,
            Boolean loud) {}

    public record NoteView(String text, String by) {}

    private final Notes notes;
    private final Caller caller;

    NoteResource(Notes notes, Caller caller) {
        this.notes = notes;
        this.caller = caller;
    }

    @POST
    @Path("/api/v1/notes")
    @PermissionsAllowed(Scopes.EVENTS_WRITE)
    @Idempotent
    @ResponseStatus(201)
    public NoteView write(@Valid WriteNote note) {
        notes.write(note.text(), false);
        return new NoteView(note.text(), caller.name());
    }

    @GET
    @Path("/api/v1/notes")
    @PermissionsAllowed(Scopes.RESPONSES_READ)
    public List<String> read(@RestQuery String cursor, @RestQuery Instant since) {
        Cursor.decode(cursor, 2);
        return notes.texts("%");
    }

    @GET
    @Path("/api/v1/failures")
    @PermitAll
    public String fail() {
        throw new IllegalStateException("a secret of the house");
    }

    @GET
    @Path("/api/v1/forgotten")
    public String forgotten() {
        return "nobody said who may call this";
    }

    @GET
    @Path("/notes")
    @Produces("text/html")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public String page() {
        return "<p>" + caller.name() + "</p>";
    }

    @POST
    @Path("/notes")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    public String change() {
        return "changed";
    }
}
