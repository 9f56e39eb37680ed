package cairn.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The source is as palantir-java-format prints it. `mvn -q -pl build verify -Dformat=write` makes it so.
class FormattingTest {
    private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.PALANTIR;
    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(STYLE).build());

    @Test
    void everySourceFileIsFormatted() throws IOException, FormatterException {
        boolean write = "write".equals(System.getProperty("format"));
        List<Path> drifted = new ArrayList<>();
        for (Path file : Tree.javaSources()) {
            String source = Files.readString(file);
            String formatted = formatted(source);
            if (!formatted.equals(source) && write) {
                Files.writeString(file, formatted);
            } else if (!formatted.equals(source)) {
                drifted.add(Tree.ROOT.relativize(file));
            }
        }
        assertThat(drifted)
                .as("to be formatted by: mvn -q -pl build verify -Dformat=write")
                .isEmpty();
    }

    @Test
    void thereIsSourceToLookAt() {
        assertThat(Tree.javaSources()).hasSizeGreaterThan(100);
    }

    private static String formatted(String source) throws FormatterException {
        String ordered = ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(source), STYLE);
        return FORMATTER.formatSource(ordered);
    }
}
