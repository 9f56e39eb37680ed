package cairn.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// API Gateway imports the document with this parser, and `FailOnWarnings` ends the deployment at its first message.
class ApiImportTest {
    private static final String BODY = "Resources Api Properties DefinitionBody";
    private static final Template TEMPLATE = Template.read();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theParserOfApiGatewayHasNoMessage(boolean resolving) throws JsonProcessingException {
        assertThat(messages(TEMPLATE, resolving)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " paths /v1/me/due get responses",
                " info title",
                " components securitySchemes member openIdConnectUrl",
                " components schemas Problem"
            })
    void whatIsMissingInTheDocumentIsAMessage(String path) throws JsonProcessingException {
        assertThat(messages(TEMPLATE.without(BODY + path), true)).isNotEmpty();
    }

    private static List<String> messages(Template template, boolean resolving) throws JsonProcessingException {
        Object body = template.properties("Api").at("DefinitionBody").value();
        String document = new JsonMapper().writeValueAsString(deployed(Objects.requireNonNull(body)));
        var options = new ParseOptions();
        options.setResolve(resolving);
        List<String> messages =
                new OpenAPIV3Parser().readContents(document, null, options).getMessages();
        return messages == null ? List.of() : messages;
    }

    /// With a value of the right form for each intrinsic function.
    private static Object deployed(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ApiImportTest::deployed).toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (map.get("Ref") instanceof String parameter) {
            return parameter;
        }
        if (map.get("Fn::Sub") instanceof String text) {
            return text.replace("${Issuer}", "https://issuer.example.com").replaceAll("\\$\\{([^}]+)}", "$1");
        }
        if (map.containsKey("Fn::Split")) {
            return List.of("https://app.example.com");
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, inner) -> copy.put(key.toString(), deployed(inner)));
        return copy;
    }
}
