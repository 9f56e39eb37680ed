package cairn.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.local.TestProject;
import cairn.local.life.DataFolder;
import cairn.local.life.Refusal;
import cairn.local.template.Api.Authorization;
import cairn.local.template.Api.Cors;
import cairn.local.template.Api.Throttling;
import cairn.local.template.TableDefinition.Index;
import cairn.local.template.TableDefinition.KeyPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentTest {
    private final DataFolder data = DataFolder.temporary();

    @TempDir
    private Path root;

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void aFunctionHasItsGlobalsMergedInAndItsReferencesResolved() throws IOException {
        FunctionDefinition echo = read(TestProject.template()).functions().getFirst();

        assertThat(echo.name()).isEqualTo("cairn-EchoFunction");
        assertThat(echo.handler()).isEqualTo("cairn.local.testfunction.Echo");
        assertThat(echo.code()).isEqualTo(root.resolve("functions/echo/target/echo.zip"));
        assertThat(echo.memory()).isEqualTo(256);
        assertThat(echo.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(echo.environment())
                .containsEntry("TABLE_NAME", "cairn-Table")
                .containsEntry("GREETING", "own")
                .containsEntry("PLACE", "eu-central-1/cairn-${literal}")
                .containsOnlyKeys("TABLE_NAME", "GREETING", "SECRET", "PLACE");
    }

    @Test
    void aResourceWhoseConditionDoesNotHoldDoesNotExist() throws IOException {
        assertThat(read(TestProject.template()).functions()).hasSize(1);
    }

    @Test
    void aGeneratedSecretIsRandomAndStaysTheSame() throws IOException {
        String first = secret(read(TestProject.template()));
        String second = secret(read(TestProject.template()));

        assertThat(first).hasSize(48).matches("[d-zA-Z0-9]+").isEqualTo(second);
        try (var elsewhere = DataFolder.temporary()) {
            assertThat(secret(Deployment.read(root, local(elsewhere)))).isNotEqualTo(first);
        }
    }

    @Test
    void aTableHasItsKeysIndexesAndStream() throws IOException {
        TableDefinition table = read(TestProject.template()).tables().getFirst();

        assertThat(table.name()).isEqualTo("cairn-Table");
        assertThat(table.keys()).containsExactly(new KeyPart("pk", "HASH"), new KeyPart("sk", "RANGE"));
        assertThat(table.attributes()).containsEntry("shard", "S").hasSize(4);
        assertThat(table.globalIndexes())
                .isEqualTo(Map.of("due", new Index(List.of(new KeyPart("shard", "HASH")), "KEYS_ONLY", Set.of())));
        assertThat(table.localIndexes()).containsOnlyKeys("history");
        assertThat(table.streamView()).contains("NEW_AND_OLD_IMAGES");
    }

    @Test
    void theApiIsReadFromOpenApi() throws IOException {
        Api api = read(TestProject.template()).api();

        assertThat(api.routes())
                .extracting(Api.Route::key)
                .containsExactly(
                        "GET /v1/echo", "PUT /v1/echo", "GET /v1/echo/{thing}", "GET /v1/echo/fixed", "GET /v1/hasty");
        assertThat(api.routes()).extracting(Api.Route::function).containsOnly("cairn-EchoFunction");
        assertThat(api.routes().getFirst().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(api.routes().getFirst().authorization())
                .contains(new Authorization("http://issuer", List.of("audience"), List.of("cairn/member")));
        assertThat(api.routes().getLast().authorization()).isEmpty();
        assertThat(api.throttling()).contains(new Throttling(100, 200));
        assertThat(api.cors())
                .contains(new Cors(
                        List.of("https://app.example.com", "https://other.example.com"),
                        List.of("GET", "PUT"),
                        List.of("authorization", "content-type"),
                        List.of("etag"),
                        3600,
                        false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        !Ref AWS::Region                  | !Cidr [a, b, c]                    | Fn::Cidr at Resources.EchoFunction.Properties.Environment.Variables.PLACE[0]
        !Ref AWS::Region                  | !GetAtt Table.TableId              | Fn::GetAtt Table.TableId at Resources.EchoFunction
        !Ref AWS::Region                  | !Ref Nothing                       | refers to Nothing, which the template does not declare
        GREETING: own                     | GREETING: '{{resolve:ssm:x}}'      | {{resolve:ssm:x}} at Resources.EchoFunction.Properties.Environment.Variables.GREETING
        BillingMode: PAY_PER_REQUEST      | ImportSourceSpecification: {}      | Resources.Table.Properties.ImportSourceSpecification
        Timeout: 10                       | Layers: [a]                        | Resources.EchoFunction.Properties.Layers
        Issuer: {Type: String}            | Issuer: {Type: 'AWS::SSM::Name'}   | Parameter Issuer has the type AWS::SSM::Name
        Topic: {Type: String, Default: ''} | Topic: {Type: String}             | The template's parameters [Topic] have neither
        payloadFormatVersion: '2.0', timeoutInMillis: 50 | payloadFormatVersion: '1.0' | payloadFormatVersion: one machine knows only 2.0
        /v1/echo/{thing}:                 | /v1/echo/{thing+}:                 | greedy
        exposeHeaders: [etag]             | exposedHeaders: [etag]             | x-amazon-apigateway-cors.exposedHeaders
        'openapi: 3.0.1'                  | '[}'                               | The template is not YAML
        """)
    void whatOneMachineCannotHonourIsRefusedByNameAndPlace(String written, String instead, String said) {
        String template = TestProject.template();
        assertThat(template).contains(written);

        assertThatThrownBy(() -> read(template.replace(written, instead)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(said);
    }

    @Test
    void aMissingTemplateIsRefusedWithAnAdvice() {
        assertThatThrownBy(() -> Deployment.read(root, local(data)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("run this from the project's root");
    }

    @Test
    void theProjectsOwnTemplateIsHonouredWhole() {
        Path project = Path.of("..").toAbsolutePath().normalize();

        Deployment deployment = Deployment.read(project, local(data));

        assertThat(deployment.functions())
                .extracting(FunctionDefinition::handler)
                .contains("cairn.functions.due.Due");
        assertThat(deployment.tables()).hasSize(1);
        assertThat(deployment.bus()).isPresent();
        assertThat(deployment.schedules()).isNotEmpty();
        assertThat(deployment.consumers()).isNotEmpty();
        assertThat(deployment.api().routes()).extracting(Api.Route::key).contains("GET /v1/me/due");
        assertThat(deployment.api().routes())
                .allMatch(route -> route.authorization().isPresent());
    }

    private Deployment read(String template) throws IOException {
        Files.writeString(root.resolve("template.yaml"), template);
        return Deployment.read(root, local(data));
    }

    private static String secret(Deployment deployment) {
        return deployment.functions().getFirst().environment().getOrDefault("SECRET", "");
    }

    private static LocalValues local(DataFolder data) {
        return new LocalValues("eu-central-1", Map.of("Issuer", "http://issuer", "Audience", "audience"), data);
    }
}
