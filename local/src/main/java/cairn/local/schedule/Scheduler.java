package cairn.local.schedule;

import cairn.local.async.AsyncInvoker;
import cairn.local.clock.TravellingClock;
import cairn.local.template.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// EventBridge Scheduler: ticks when the real clock says so, with the travelling clock's time in them, so
/// that a minute passes here as it does there, whatever day it is.
///
/// Like a rule, a schedule calls its function asynchronously: its own retry policy and dead letters are for
/// ticks that do not reach the function; one that the function fails on is the function's affair
/// (`EventInvokeConfig`). https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html
public final class Scheduler implements AutoCloseable {
    private static final String SCHEDULED_TIME = "<aws.scheduler.scheduled-time>";

    private final List<Schedule> schedules;
    private final AsyncInvoker invoker;
    private final TravellingClock clock;
    private final InstantSource real;
    private final List<Thread> threads = new ArrayList<>();

    /// @param clock for the time that ticks carry
    /// @param real for when they happen
    public Scheduler(List<Schedule> schedules, AsyncInvoker invoker, TravellingClock clock, InstantSource real) {
        this.schedules = List.copyOf(schedules);
        this.invoker = invoker;
        this.clock = clock;
        this.real = real;
    }

    /// What can tick.
    public List<String> names() {
        return schedules.stream().map(Schedule::name).toList();
    }

    /// Ticks by itself from now on.
    public synchronized void start() {
        for (Schedule schedule : schedules) {
            if (schedule.enabled()) {
                threads.add(
                        Thread.ofVirtual().name("schedule-" + schedule.name()).start(() -> run(schedule)));
            }
        }
    }

    /// A tick now.
    ///
    /// @return empty if there is no such schedule
    public Optional<Tick> tick(String name) throws InterruptedException {
        for (Schedule schedule : schedules) {
            if (schedule.name().equals(name)) {
                return Optional.of(tick(schedule));
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized void close() {
        threads.forEach(Thread::interrupt);
    }

    /// The next tick's time: a rate is counted from the epoch, so that it is the same after a restart.
    static Instant next(Instant after, Duration rate) {
        long length = rate.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(after.toEpochMilli(), length) * length + length);
    }

    /// One thread for each schedule, so a tick that is still running when the next is due lets that one pass.
    private void run(Schedule schedule) {
        try {
            while (true) {
                Instant now = real.instant();
                Thread.sleep(Duration.between(now, next(now, schedule.rate())));
                tickWhateverHappens(schedule);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void tickWhateverHappens(Schedule schedule) throws InterruptedException {
        try {
            tick(schedule);
        } catch (RuntimeException e) {
            // One tick that could not be is no reason for there to be no other.
            System.err.println("The schedule " + schedule.name() + " could not tick: " + e);
        }
    }

    private Tick tick(Schedule schedule) throws InterruptedException {
        Instant time = clock.now().truncatedTo(ChronoUnit.SECONDS);
        String input = schedule.input().replace(SCHEDULED_TIME, time.toString());
        var sender = Map.of("SCHEDULE_ARN", schedule.arn());
        return new Tick(schedule.name(), time, invoker.invoke(schedule.target(), input, sender));
    }
}
