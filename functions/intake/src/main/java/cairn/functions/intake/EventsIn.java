package cairn.functions.intake;

import cairn.checkins.IntakeOutcome;
import cairn.checkins.JourneyStart;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.PlanChange;
import cairn.lambda.EventEnvelope;
import cairn.lambda.JsonBody;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;

/// The two events that are taken, field by field: see `docs/events`.
final class EventsIn {
    private EventsIn() {}

    /// `{memberId, plan, changedAt, sequence?, effectiveAt?}`.
    ///
    /// @throws cairn.lambda.BadRequest with all that is wrong
    static IntakeOutcome planChanged(JsonBody detail, Members members) {
        MemberId member = detail.required("memberId", JsonBody::member);
        String plan = detail.required("plan", JsonBody::text);
        Instant changedAt = detail.required("changedAt", JsonBody::instant);
        Long sequence = detail.count("sequence", PlanChange.LARGEST_SEQUENCE);
        Instant effectiveAt = detail.instant("effectiveAt");
        return members.changePlan(
                detail.checked(member),
                new PlanChange(
                        detail.checked(plan), detail.checked(changedAt), sequence == null ? 0 : sequence, effectiveAt));
    }

    /// `{memberId, program, startedOn, timeZone?, locale?}`. A zone or a locale that cannot be read is left out, and
    /// the rest counts.
    ///
    /// @param leftOut takes the pointer of each
    /// @throws cairn.lambda.BadRequest with all that is wrong
    static IntakeOutcome journeyStarted(EventEnvelope event, Members members, Consumer<String> leftOut) {
        JsonBody detail = event.detail();
        MemberId member = detail.required("memberId", JsonBody::member);
        String program = detail.required("program", JsonBody::text);
        LocalDate startedOn = detail.required("startedOn", JsonBody::day);
        ZoneId zone = detail.readable("timeZone", JsonBody::zone, leftOut);
        String locale = detail.readable("locale", JsonBody::language, leftOut);
        return members.startByEvent(
                detail.checked(member),
                new JourneyStart(detail.checked(program), detail.checked(startedOn), zone, locale, event.time()));
    }
}
