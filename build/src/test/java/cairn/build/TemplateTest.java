package cairn.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the deployment must not lose. That each of these fails when its guard is taken out: [WeakenedTemplateTest].
class TemplateTest {
    private static final Template TEMPLATE = Template.read();

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theTemplateKeeps(Guard guard) {
        assertThat(guard.faults(TEMPLATE)).isEmpty();
    }
}
