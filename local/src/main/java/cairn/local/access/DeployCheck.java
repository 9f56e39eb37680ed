package cairn.local.access;

import cairn.local.life.Refusal;
import cairn.local.template.Arns;
import cairn.local.template.Deployment;
import cairn.local.template.FunctionDefinition;
import cairn.local.template.Role;
import cairn.local.template.Schedule;
import cairn.local.template.StreamConsumer;
import java.util.Optional;

/// What services do in a function's or a schedule's role: read a stream, send to a queue, call the function. Roles do
/// not change while the deployment runs, so they are asked once, at its start.
///
/// Lambda too refuses an event source mapping and an on-failure destination that the function's role is not enough for:
/// https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-execution-role.html
///
/// @param deployment whose roles are asked
/// @param permissions of these roles
/// @param arns of its resources
public record DeployCheck(Deployment deployment, Permissions permissions, Arns arns) {
    /// @throws Refusal if a role does not allow what a service has to do in it
    public void refuseRolesThatAreNotEnough() {
        deployment.functions().forEach(this::checkFunction);
        deployment.consumers().forEach(this::checkConsumer);
        deployment.schedules().forEach(this::checkSchedule);
    }

    private void checkFunction(FunctionDefinition function) {
        checkQueue(role(function.name()), function.async().onFailure());
    }

    private void checkConsumer(StreamConsumer consumer) {
        Role role = role(consumer.function());
        String stream = arns.stream(consumer.table());
        check(role, "dynamodb:DescribeStream", stream);
        check(role, "dynamodb:GetRecords", stream);
        check(role, "dynamodb:GetShardIterator", stream);
        // AWS knows no narrower resource for it.
        check(role, "dynamodb:ListStreams", "*");
        checkQueue(role, consumer.failure().queue());
    }

    private void checkSchedule(Schedule schedule) {
        deployment.roles().ofSchedule(schedule.name()).ifPresent(role -> {
            check(role, "lambda:InvokeFunction", arns.live(schedule.target().function()));
            checkQueue(role, schedule.target().deadLetters());
        });
    }

    private void checkQueue(Role role, Optional<String> queue) {
        queue.ifPresent(name -> check(role, "sqs:SendMessage", arns.queue(name)));
    }

    private Role role(String function) {
        return deployment.roles().ofFunction(function);
    }

    private void check(Role role, String action, String resource) {
        var call = new Call(action, resource);
        Permissions.Verdict verdict = permissions.verdict(role, call);
        if (verdict != Permissions.Verdict.ALLOWED) {
            throw new Refusal(Fault.denied(role, call, verdict).message() + ".");
        }
    }
}
