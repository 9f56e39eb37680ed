package cairn.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.lambda.Problem.Detail;
import cairn.timeline.Fault;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void upToAHundredFaultsAreAllListed() {
        List<Fault> faults = faults(100);

        assertThat(Problem.Kind.INVALID.of(faults).errors())
                .hasSize(100)
                .last()
                .isEqualTo(new Detail("/99", "required"));
    }

    @Test
    void ofMoreThanAHundredFaultsTheFirstAreListedAndTheRestCounted() {
        assertThat(Problem.Kind.INVALID.of(faults(2_000)).errors())
                .hasSize(101)
                .endsWith(new Detail("/99", "required"), new Detail("", "1900 more faults are not listed"));
    }

    @Test
    void aPointerEndsAboveANameThatIsTooLongToShow() {
        String name = "x".repeat(16_000);

        assertThat(Problem.Kind.INVALID
                        .of(List.of(new Fault("/answers/" + name, "unknown"), new Fault("/" + name + "/a", "unknown")))
                        .errors())
                .extracting(Detail::pointer)
                .containsExactly("/answers", "");
    }

    private static List<Fault> faults(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Fault("/" + i, "required"))
                .toList();
    }
}
