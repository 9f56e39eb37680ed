package cairn.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The two modules that a page can load.
class BundleTest {
    private static final int MOST_BYTES = 20_000;
    private static final Pattern EXPORTS = Pattern.compile("export\\{([^}]*)}");
    private static final Pattern DECLARED =
            Pattern.compile("^export (?:declare )?(?:class|function|const) (\\w+)", Pattern.MULTILINE);

    @Test
    void everythingThatAPageLoadsIsUnderTwentyKilobytes() {
        byte[] card = bytes("cairn-check-in.js");

        System.out.printf(
                Locale.ROOT, "cairn-check-in.js: %,d bytes, %,d with gzip -9%n", card.length, gzipped(card).length);
        assertThat(text("cairn-check-in.js")).contains("Danke", "ありがとう", "شكر", "forced-colors");
        assertThat(imports("cairn-check-in.js")).isEmpty();
        assertThat(gzipped(card)).hasSizeLessThan(MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cairn-check-in", "cairn-client"})
    void aModuleExportsWhatItsTypesSay(String module) {
        List<String> declared = DECLARED.matcher(text(module + ".d.ts"))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(declared).isNotEmpty();
        assertThat(exported(module + ".js")).containsExactlyInAnyOrderElementsOf(declared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cairn-check-in.js", "cairn-client.js"})
    void aModuleTellsNothingOfTheMachineThatMadeIt(String module) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        try (Stream<Path> files = Files.list(here)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".js")))
                    .contains("views.js")
                    .noneMatch(text(module)::contains);
        }
        assertThat(text(module))
                .doesNotContain("sourceMappingURL", here.toString(), System.getProperty("user.home") + "/");
    }

    private static List<String> exported(String module) {
        return EXPORTS.matcher(text(module))
                .results()
                .flatMap(match -> Arrays.stream(match.group(1).split(",")))
                .map(name -> name.replaceFirst(".* as ", ""))
                .toList();
    }

    private static Stream<String> imports(String module) {
        return Pattern.compile("\\bimport\\b[^;]{0,80}")
                .matcher(text(module))
                .results()
                .map(match -> match.group());
    }

    private static byte[] gzipped(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new BestGzip(packed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return packed.toByteArray();
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream file = BundleTest.class.getResourceAsStream("/META-INF/resources/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
