package cairn.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.life.DataFolder;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PositionsTest {
    private final DataFolder data = DataFolder.temporary();

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void aPositionIsFoundAgain() {
        new Positions(data, "one", "stream").advance("shard", "12");

        assertThat(new Positions(data, "one", "stream").of("shard")).contains("12");
    }

    @Test
    void anotherStreamsPositionsMeanNothing() {
        new Positions(data, "one", "stream").advance("shard", "12");

        assertThat(new Positions(data, "one", "newer stream").of("shard")).isEmpty();
    }

    @Test
    void eachConsumerHasItsOwn() {
        new Positions(data, "one", "stream").advance("shard", "12");

        assertThat(new Positions(data, "other", "stream").of("shard")).isEmpty();
    }

    @Test
    void shardsThatAreGoneAreForgotten() {
        var positions = new Positions(data, "one", "stream");
        positions.advance("old", "1");
        positions.retain(Set.of("new"));
        positions.advance("new", "2");

        assertThat(new Positions(data, "one", "stream").of("old")).isEmpty();
        assertThat(new Positions(data, "one", "stream").of("new")).contains("2");
    }
}
