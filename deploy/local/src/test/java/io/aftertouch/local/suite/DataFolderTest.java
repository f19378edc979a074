package io.aftertouch.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.aftertouch.embedded.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DataFolderTest {

    @TempDir
    Path place;

    @Test
    void aNewFolderIsMadeForItsOwnerOnlyAndPreparedAgainWithoutHarm() throws IOException {
        DataFolder data = new DataFolder(place.resolve("with a space/data"));
        data.prepare();
        Files.writeString(data.secrets(), "{}");
        data.prepare();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
                .isEqualTo("rwx------");
        assertThat(data.secrets()).exists();
    }

    @Test
    void aFolderOfSomebodyElseIsLeftAlone() throws IOException {
        Path precious = Files.writeString(place.resolve("thesis.txt"), "years of work");

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> new DataFolder(place).prepare())
                .withMessageContaining("not a data folder of Aftertouch");
        assertThat(precious).hasContent("years of work");
        assertThat(place.resolve("logs")).doesNotExist();
    }

    @Test
    void emptyingDeletesAllThatIsInItButNothingBehindALink() throws IOException {
        Path outside = Files.writeString(
                Files.createDirectory(place.resolve("outside")).resolve("kept"), "kept");
        DataFolder data = new DataFolder(place.resolve("data"));
        data.prepare();
        Files.writeString(Files.createDirectories(data.database()).resolve("table"), "rows");
        Files.createSymbolicLink(data.path().resolve("link"), outside.getParent());

        data.empty();

        assertThat(data.database()).doesNotExist();
        assertThat(data.path().resolve("link")).doesNotExist();
        assertThat(outside).hasContent("kept");
        assertThat(data.isOurs()).isTrue();
    }

    @Test
    void aFileInItsPlaceIsSaidInOneSentence() throws IOException {
        Path file = Files.writeString(place.resolve("file"), "");

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> new DataFolder(file).prepare())
                .withMessage("The data folder " + file + " cannot be used: there is a file with that name.");
    }
}
