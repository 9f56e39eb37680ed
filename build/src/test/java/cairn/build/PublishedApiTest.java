package cairn.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The documents in `docs/api/` are those that the template makes. `mvn -q -pl build verify -Dpublish=write` makes them
/// so.
class PublishedApiTest {
    private final ApiPublication publication = new ApiPublication(Template.read());

    @ParameterizedTest
    @ValueSource(strings = {"openapi.json", "openapi-3.0.json"})
    void theDocumentIsTheOneTheTemplateMakes(String file) throws IOException {
        Map<String, Object> document = file.equals("openapi.json") ? publication.threeOne() : publication.threeZero();
        Path published = Tree.ROOT.resolve("docs/api").resolve(file);
        if ("write".equals(System.getProperty("publish"))) {
            Files.writeString(published, ApiPublication.text(document));
        }
        assertThat(Files.readString(published).equals(ApiPublication.text(document)))
                .as("%s is to be published by: mvn -q -pl build verify -Dpublish=write", file)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.json", "openapi-3.0.json"})
    void nothingOfCloudFormationOrTheGatewayIsInIt(String file) throws IOException {
        assertThat(Files.readString(Tree.ROOT.resolve("docs/api").resolve(file)))
                .doesNotContain("x-amazon", "\"Ref\"", "Fn::", "${", "arn:");
    }
}
