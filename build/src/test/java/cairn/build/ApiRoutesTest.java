package cairn.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The routes of the template, of the document and of the functions are the same, function by function.
/// That they answer as well, and that no others do, is shown where the deployment runs, by
/// `EveryRouteTest`.
class ApiRoutesTest {
    private static final Template TEMPLATE = Template.read();
    private static final Pattern KEY = Pattern.compile("\"((?:GET|PUT|POST|DELETE|PATCH) /[^\"]*)\"");

    @ParameterizedTest(name = "{0} has the routes that lead to {1}")
    @CsvSource({
        "due, DueFunction",
        "journeys, JourneysFunction",
        "check-ins, CheckInsFunction",
        "privacy, PrivacyFunction",
        "intake, IntakeFunction",
        "sweep, SweepFunction",
        "changes, ChangesFunction"
    })
    void aFunctionKnowsTheRoutesThatLeadToIt(String module, String function) {
        assertThat(inCode(module)).isEqualTo(inTemplate(function));
    }

    @Test
    void theDocumentHasTheRoutesOfTheTemplateAndNoFunctionIsForgotten() {
        Set<String> documented = new PublishedApi()
                .operations()
                .map(PublishedApi.Operation::key)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).hasSize(16).isEqualTo(inTemplate(""));
        assertThat(TEMPLATE.functions()).hasSize(7);
    }

    /// @param function whose; all for the empty text
    private static Set<String> inTemplate(String function) {
        return TEMPLATE.properties("Api").at("DefinitionBody", "paths").entries().stream()
                .flatMap(path -> path.entries().stream()
                        .filter(operation -> operation
                                .at("x-amazon-apigateway-integration", "uri", "Fn::Sub")
                                .text()
                                .contains("${" + function + (function.isEmpty() ? "" : ".Alias}")))
                        .map(operation -> operation.name().toUpperCase(Locale.ROOT) + " " + path.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// A route's key stands in the code as it is: the map that the gateway's events are looked up in.
    private static Set<String> inCode(String module) {
        return Tree.files(Tree.ROOT.resolve("functions").resolve(module).resolve("src/main"), ".java")
                .flatMap(source -> KEY.matcher(Tree.text(source)).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
