package cairn.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The deployment's clock: the real one, or one that was set and goes on ticking from there, forwards or
/// backwards in time.
///
/// It decides the `now` of events, and nothing else: tokens expire by the real clock, or nobody could travel
/// far.
public final class TravellingClock {
    private final InstantSource real;
    private volatile Duration away = Duration.ZERO;

    /// @param real ticks, whatever it is set to here
    public TravellingClock(InstantSource real) {
        this.real = real;
    }

    public Instant now() {
        return real.instant().plus(away);
    }

    public boolean hasTravelled() {
        return !away.isZero();
    }

    public void travelTo(Instant there) {
        away = Duration.between(real.instant(), there);
    }

    public void comeBack() {
        away = Duration.ZERO;
    }
}
