package cairn.functions.intake;

import cairn.checkins.IntakeOutcome;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.PlanChange;
import cairn.lambda.JsonBody;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;

/// The two events that are taken, field by field: see `docs/events`.
final class EventsIn {
    private EventsIn() {}

    /// `{memberId, plan, changedAt, effectiveAt?}`.
    ///
    /// @throws cairn.lambda.BadRequest with all that is wrong
    static IntakeOutcome planChanged(JsonBody detail, Members members) {
        MemberId member = detail.required("memberId", JsonBody::member);
        String plan = detail.required("plan", JsonBody::text);
        Instant changedAt = detail.required("changedAt", JsonBody::instant);
        Instant effectiveAt = detail.instant("effectiveAt");
        return members.changePlan(
                detail.checked(member), new PlanChange(detail.checked(plan), detail.checked(changedAt), effectiveAt));
    }

    /// `{memberId, program, startedOn, timeZone?, locale?}`. A zone or a locale that cannot be read is left out, and
    /// the rest counts.
    ///
    /// @param leftOut takes the pointer of each
    /// @throws cairn.lambda.BadRequest with all that is wrong
    static IntakeOutcome journeyStarted(JsonBody detail, Members members, Consumer<String> leftOut) {
        MemberId member = detail.required("memberId", JsonBody::member);
        String program = detail.required("program", JsonBody::text);
        LocalDate startedOn = detail.required("startedOn", JsonBody::day);
        ZoneId zone = detail.readable("timeZone", JsonBody::zone, leftOut);
        String locale = detail.readable("locale", JsonBody::language, leftOut);
        return members.startByEvent(
                detail.checked(member), detail.checked(program), detail.checked(startedOn), zone, locale);
    }
}
