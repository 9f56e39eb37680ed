package cairn.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.template.Api.Throttling;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    private final TokenBucket bucket = new TokenBucket(new Throttling(2, 3), nanoTime::get);

    @Test
    void soManyAtOnceAndNotOneMore() {
        assertThat(admitted(5)).isEqualTo(3);
    }

    @Test
    void soManyASecondAfterThat() {
        admitted(5);

        nanoTime.addAndGet(1_000_000_000);

        assertThat(admitted(5)).isEqualTo(2);
    }

    @Test
    void aQuietHourSavesUpNoMoreThanTheBurst() {
        nanoTime.addAndGet(3_600_000_000_000L);

        assertThat(admitted(5)).isEqualTo(3);
    }

    private int admitted(int requests) {
        int admitted = 0;
        for (int i = 0; i < requests; i++) {
            admitted += bucket.admits() ? 1 : 0;
        }
        return admitted;
    }
}
