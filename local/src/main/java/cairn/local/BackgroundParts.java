package cairn.local;

import cairn.local.async.AsyncInvoker;
import cairn.local.bus.EventBus;
import cairn.local.bus.PutEvents;
import cairn.local.clock.TravellingClock;
import cairn.local.deadletters.DeadLetters;
import cairn.local.functions.Functions;
import cairn.local.http.Background;
import cairn.local.life.DataFolder;
import cairn.local.life.Opened;
import cairn.local.schedule.Scheduler;
import cairn.local.store.AwsAccess;
import cairn.local.stream.StreamPump;
import cairn.local.template.Deployment;
import java.time.InstantSource;

/// Puts together what happens without a request: the bus, the stream, the schedules. Nothing of it runs yet.
///
/// @param deployment as the template has it
/// @param access to the store, with its tables
/// @param data where positions and dead letters are
/// @param clock the deployment's
record BackgroundParts(Deployment deployment, AwsAccess access, DataFolder data, TravellingClock clock) {
    Background open(Functions functions, Opened opened) {
        var real = InstantSource.system();
        var deadLetters = new DeadLetters(data);
        var invoker = new AsyncInvoker(functions, deployment.functions(), deadLetters, real);
        var bus = opened.add(new EventBus(deployment.bus(), invoker, clock, access.region()));
        var pump = opened.add(new StreamPump(deployment.consumers(), access, functions, deadLetters, data, real));
        var scheduler = opened.add(new Scheduler(deployment.schedules(), invoker, clock, real));
        return new Background(bus, new PutEvents(bus), pump, scheduler, deadLetters);
    }
}
