package io.aftertouch.local.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import io.aftertouch.embedded.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.util.ModularCrypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UsersFileTest {

    @TempDir
    Path folder;

    @Test
    void aUserIsALineThatOnlyTheOwnerCanReadAndThePasswordIsInItAsBcrypt() throws Exception {
        UsersFile users = new UsersFile(folder.resolve("users"));
        users.makeAdmin("abcd-efgh");
        users.add(UserToAdd.parse("mette:support,analyst"), "ijkl-mnop");

        List<String> lines = Files.readAllLines(users.file());
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).matches("admin=\\$2a\\$10\\$.{53};admin");
        assertThat(lines.get(1)).startsWith("mette=").endsWith(";analyst,support");
        assertThat(matches(lines.get(1), "ijkl-mnop")).isTrue();
        assertThat(matches(lines.get(1), "abcd-efgh")).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users.file())))
                .isEqualTo("rw-------");
    }

    private static boolean matches(String line, String password) throws Exception {
        Password bcrypt = ModularCrypt.decode(line.substring(line.indexOf('=') + 1, line.lastIndexOf(';')));
        PasswordFactory factory =
                PasswordFactory.getInstance(bcrypt.getAlgorithm(), WildFlyElytronPasswordProvider.getInstance());
        return factory.verify(factory.translate(bcrypt), password.toCharArray());
    }

    @Test
    void theAdminIsMadeOnceAndANameIsTakenOnce() throws Exception {
        UsersFile users = new UsersFile(folder.resolve("users"));
        users.makeAdmin("abcd-efgh");
        String before = Files.readString(users.file());
        users.makeAdmin("other");

        assertThat(users.file()).hasContent(before);
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> users.add(UserToAdd.parse("admin:support"), "x"))
                .withMessageContaining("already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mette",
                "mette:",
                "mette:boss",
                ":support",
                "Mette:support",
                "a b:support",
                "a=b:support",
                "a:support;admin"
            })
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> UserToAdd.parse(text));
    }
}
