package cairn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.local.life.Refusal;
import cairn.local.store.AwsAccess;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Path ROOT = Path.of("project");

    @Test
    void withoutAnyWordItIsPort3000AndDotCairn() {
        assertThat(Settings.from(Map.of(), List.of(), ROOT))
                .isEqualTo(new Settings(
                        ROOT, ROOT.resolve(".cairn"), false, true, 3000, "eu-central-1", Optional.empty()));
    }

    @Test
    void portFolderAndMemoryCanBeChosen() {
        var settings =
                Settings.from(Map.of("CAIRN_PORT", "4000", "CAIRN_DATA", "elsewhere"), List.of("--in-memory"), ROOT);

        assertThat(settings.port()).isEqualTo(4000);
        assertThat(settings.data()).isEqualTo(ROOT.resolve("elsewhere"));
        assertThat(settings.inMemory()).isTrue();
        assertThat(settings.schedules()).isTrue();
    }

    @Test
    void testsCanTickTheSchedulesThemselves() {
        assertThat(Settings.from(Map.of(), List.of("--no-schedules", "--in-memory"), ROOT)
                        .schedules())
                .isFalse();
    }

    @Test
    void anotherEngineComesWithTheUsersCredentials() {
        var environment = Map.of(
                "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:4566",
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "id",
                "AWS_SECRET_ACCESS_KEY", "key",
                "AWS_SESSION_TOKEN", "session");

        assertThat(Settings.from(environment, List.of(), ROOT).store())
                .contains(new AwsAccess(
                        URI.create("http://127.0.0.1:4566"), "us-east-1", "id", "key", Optional.of("session")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "65536", "3000 "})
    void aPortThatIsNoneIsRefused(String port) {
        assertThatThrownBy(() -> Settings.from(Map.of("CAIRN_PORT", port), List.of(), ROOT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("CAIRN_PORT");
    }

    @Test
    void anUnknownArgumentIsRefused() {
        assertThatThrownBy(() -> Settings.from(Map.of(), List.of("--memory"), ROOT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--memory");
    }
}
