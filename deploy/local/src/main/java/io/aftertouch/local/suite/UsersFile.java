package io.aftertouch.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.aftertouch.embedded.Folders;
import io.aftertouch.embedded.StartFailure;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;

/** The people who may sign in, in the file that the services read: lines of {@code name=bcrypt;role,role}. */
record UsersFile(Path file) {

    private static final int BCRYPT_COST = 10;

    void makeAdmin(String password) {
        if (!Files.exists(file)) {
            write(List.of(line(new UserToAdd("admin", Set.of("admin")), password)));
        }
    }

    /** Adds somebody; names are taken once. */
    void add(UserToAdd user, String password) {
        List<String> lines = new ArrayList<>(read());
        if (lines.stream().anyMatch(line -> line.startsWith(user.name() + "="))) {
            throw new StartFailure("There is a user " + user.name() + " already; take the line out of " + file
                    + " to give the name away again.");
        }
        lines.add(line(user, password));
        write(lines);
    }

    private List<String> read() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new StartFailure("The users file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private void write(List<String> lines) {
        try {
            Folders.writeSecret(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new StartFailure("The users file " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    static String line(UserToAdd user, String password) {
        return user.name() + "=" + bcrypt(password) + ";" + String.join(",", new TreeSet<>(user.roles()));
    }

    private static String bcrypt(String password) {
        byte[] salt = new byte[BCryptPassword.BCRYPT_SALT_SIZE];
        new SecureRandom().nextBytes(salt);
        try {
            PasswordFactory factory = PasswordFactory.getInstance(
                    BCryptPassword.ALGORITHM_BCRYPT, WildFlyElytronPasswordProvider.getInstance());
            return ModularCrypt.encodeAsString(factory.generatePassword(new EncryptablePasswordSpec(
                    password.toCharArray(), new IteratedSaltedPasswordAlgorithmSpec(BCRYPT_COST, salt))));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException(e);
        }
    }
}
