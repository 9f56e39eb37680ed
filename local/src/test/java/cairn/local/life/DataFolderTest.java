package cairn.local.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path root;

    @Test
    void itIsForOneAtATime() {
        try (var first = DataFolder.at(root.resolve("data"))) {
            assertThatThrownBy(() -> DataFolder.at(first.root()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Another Cairn is running on " + first.root());
        }
        DataFolder.at(root.resolve("data")).close();
    }

    @Test
    void whatIsKeptIsWrittenOnceAndReadByItsOwnerAlone() throws IOException {
        try (var data = DataFolder.at(root)) {
            assertThat(data.kept("secret", () -> "first")).isEqualTo("first");
            assertThat(data.kept("secret", () -> "second")).isEqualTo("first");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aHalfWrittenDraftIsNoSecret() throws IOException {
        Files.writeString(root.resolve("secret.new"), "hal");
        try (var data = DataFolder.at(root)) {
            assertThat(data.kept("secret", () -> "whole")).isEqualTo("whole");
        }
    }

    @Test
    void aTemporaryOneGoesWithAllThatIsInIt() throws IOException {
        var data = DataFolder.temporary();
        Files.writeString(data.emptied("functions").resolve("file"), "x");

        data.close();

        assertThat(data.root()).doesNotExist();
    }

    @Test
    void aFolderIsEmptiedOfWhatWasThereBefore() throws IOException {
        try (var data = DataFolder.at(root)) {
            Files.writeString(data.emptied("functions").resolve("old"), "x");

            assertThat(data.emptied("functions")).isEmptyDirectory();
        }
    }

    @Test
    void aFolderThatCannotBeIsRefused() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "x");

        assertThatThrownBy(() -> DataFolder.at(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot be used");
    }
}
