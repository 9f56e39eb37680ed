package cairn.functions.intake;

import cairn.checkins.IntakeOutcome;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.PlanChange;
import cairn.lambda.JsonBody;
import cairn.timeline.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The two events that are taken, field by field: see `docs/events`.
final class EventsIn {
    private EventsIn() {}

    /// `{memberId, plan, changedAt, effectiveAt?}`.
    ///
    /// @throws cairn.lambda.BadRequest with all that is wrong
    static IntakeOutcome planChanged(JsonBody detail, Members members) {
        MemberId member = detail.required("memberId", EventsIn::memberId);
        String plan = detail.required("plan", JsonBody::text);
        Instant changedAt = detail.required("changedAt", JsonBody::instant);
        Instant effectiveAt = detail.instant("effectiveAt");
        return members.changePlan(
                detail.checked(member), new PlanChange(detail.checked(plan), detail.checked(changedAt), effectiveAt));
    }

    /// `{memberId, program, startedOn, timeZone?, locale?}`.
    ///
    /// @throws cairn.lambda.BadRequest with all that is wrong
    static IntakeOutcome journeyStarted(JsonBody detail, Members members) {
        MemberId member = detail.required("memberId", EventsIn::memberId);
        String program = detail.required("program", JsonBody::text);
        LocalDate startedOn = detail.required("startedOn", JsonBody::day);
        ZoneId zone = detail.zone("timeZone");
        String locale = detail.language("locale");
        return members.startByEvent(
                detail.checked(member), detail.checked(program), detail.checked(startedOn), zone, locale);
    }

    private static @Nullable MemberId memberId(JsonBody detail, String name) {
        String subject = detail.text(name);
        if (subject == null) {
            return null;
        }
        if (!MemberId.isSubject(subject)) {
            detail.refuse(new Fault("/" + name, "is to be a token's subject: 1 to 256 characters"));
            return null;
        }
        return new MemberId(subject);
    }
}
