package cairn.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What tests have sent and got, as `ApiContract` has noted it while it held it against the document: each
/// operation with each of its successes. Where nothing was noted, nothing was checked.
class ExchangesTest {
    private static final PublishedApi API = new PublishedApi();

    @ParameterizedTest(name = "in {0}")
    @CsvSource({
        "functions/due, DueFunction",
        "functions/journeys, JourneysFunction",
        "functions/check-ins, CheckInsFunction",
        "functions/privacy, PrivacyFunction",
        "local, Function"
    })
    void everySuccessOfEveryOperationWasSeenAndChecked(String module, String functions) throws IOException {
        Set<String> documented = new TreeSet<>();
        API.operations()
                .filter(operation -> leadsTo(functions, operation.key()))
                .forEach(operation -> API.names(operation.pointer() + "/responses")
                        .filter(status -> status.equals("200") || status.equals("202"))
                        .forEach(status -> documented.add(operation.key() + " " + status)));
        assertThat(documented).isNotEmpty();
        assertThat(seen(module)).containsAll(documented);
    }

    /// All but those that need a bug, or a gateway in need.
    @ParameterizedTest(name = "{0} was seen and checked wherever it is documented, or at least somewhere")
    @CsvSource({"304", "400", "401", "403", "404", "409", "410", "413", "422"})
    void everyRefusalWasSeenAndChecked(String status) throws IOException {
        Set<String> all = new TreeSet<>();
        for (String module :
                List.of("functions/due", "functions/journeys", "functions/check-ins", "functions/privacy", "local")) {
            all.addAll(seen(module));
        }
        assertThat(all).anyMatch(line -> line.endsWith(" " + status));
    }

    private static boolean leadsTo(String function, String key) {
        String[] parts = key.split(" ", 2);
        return Template.read()
                .properties("Api")
                .at("DefinitionBody", "paths", parts[1], parts[0].toLowerCase(Locale.ROOT))
                .at("x-amazon-apigateway-integration", "uri", "Fn::Sub")
                .text()
                .contains(function + ".Alias}");
    }

    private static Set<String> seen(String module) throws IOException {
        Path noted = Tree.ROOT.resolve(module).resolve("target/exchanges.txt");
        try (Stream<String> lines = Files.exists(noted) ? Files.lines(noted) : Stream.empty()) {
            return new TreeSet<>(lines.toList());
        }
    }
}
