package io.aftertouch.platform.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The people of a small installation: a file of lines {@code name=bcrypt;role,role}. It is read again when it changes; who is taken out of it is
 * signed out at the next request.
 */
@ApplicationScoped
class UsersFile {

    private static final Logger LOG = Logger.getLogger(UsersFile.class);

    record User(String name, String bcrypt, Set<String> roles) {}

    private record Content(FileTime changedAt, Map<String, User> users) {}

    private final Optional<Path> file;
    private volatile Content content = new Content(FileTime.fromMillis(0), Map.of());

    UsersFile(@ConfigProperty(name = "aftertouch.users-file") Optional<Path> file) {
        this.file = file;
    }

    /** Whether people can be users of this installation itself. */
    boolean isSetUp() {
        return file.isPresent();
    }

    Optional<User> find(String name) {
        return Optional.ofNullable(current().users().get(name));
    }

    private Content current() {
        if (file.isEmpty()) {
            return content;
        }
        try {
            FileTime changedAt = Files.getLastModifiedTime(file.get());
            if (!changedAt.equals(content.changedAt())) {
                content = new Content(changedAt, read(file.get()));
            }
            return content;
        } catch (NoSuchFileException e) {
            return new Content(FileTime.fromMillis(0), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException("The users file cannot be read", e);
        }
    }

    private static Map<String, User> read(Path file) throws IOException {
        Map<String, User> users = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                parse(line)
                        .ifPresentOrElse(
                                user -> users.put(user.name(), user),
                                () -> LOG.warn(
                                        "A line of the users file is not name=bcrypt;role,role and is left out"));
            }
        }
        return users;
    }

    static Optional<User> parse(String line) {
        int equals = line.indexOf('=');
        int semicolon = line.lastIndexOf(';');
        if (equals < 1 || semicolon < equals || !line.startsWith("$2", equals + 1)) {
            return Optional.empty();
        }
        Set<String> roles =
                Set.copyOf(List.of(line.substring(semicolon + 1).trim().split("\\s*,\\s*")));
        return Optional.of(new User(
                line.substring(0, equals).trim(),
                line.substring(equals + 1, semicolon).trim(),
                roles));
    }
}
