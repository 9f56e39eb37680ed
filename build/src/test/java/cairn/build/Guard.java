package cairn.build;

import java.util.List;
import java.util.function.BiConsumer;

/// What the template has to keep. Each is a check that says what is wrong, so that a template with something taken out
/// can be shown to it, too.
enum Guard {
    THE_DATA_OUTLIVES_THE_STACK(TableChecks::kept),
    THE_TABLE_CAN_BE_RESTORED(TableChecks::restorable),
    WHAT_IS_KEPT_IS_ENCRYPTED(TableChecks::encrypted),
    NOTHING_THAT_KEEPS_DATA_IS_EVER_REPLACED(TableChecks::neverReplaced),
    THE_DUE_INDEX_STAYS_AS_IT_IS(TableChecks::dueIndex),
    ONLY_TOMBSTONES_EXPIRE(TableChecks::expiry),
    THE_TABLE_GROWS_BY_ITSELF(TableChecks::grows),
    THE_STREAM_SAYS_BEFORE_AND_AFTER(TableChecks::streamed),

    ALL_SEVEN_FUNCTIONS_ARE_THERE(FunctionChecks::allSeven),
    A_FUNCTION_KNOWS_WHAT_IT_NEEDS_AND_NO_MORE(FunctionChecks::environments),
    EVERY_FUNCTION_ENDS_IN_TIME(FunctionChecks::endInTime),
    THE_FUNCTIONS_TOGETHER_FIT_THE_ACCOUNT(FunctionChecks::shares),
    EVERY_FUNCTION_HAS_ITS_OWN_LOG_AND_IT_ENDS(FunctionChecks::ownLogs),
    EVERY_CHANGE_REACHES_THE_ALIAS(FunctionChecks::published),
    A_NEW_VERSION_COMES_IN_BY_A_TENTH(FunctionChecks::canaries),
    EVERY_FUNCTION_BUT_PRIVACY_IS_A_SNAPSHOT(FunctionChecks::snapshots),

    EVERY_FUNCTION_HAS_ITS_OWN_ROLE(RoleChecks::ownRoles),
    NO_ROLE_MAY_MORE_THAN_IT_NEEDS(RoleChecks::noMoreThanNeeded),
    NO_ROLE_SCANS_AND_NO_ACTION_HAS_A_WILDCARD(RoleChecks::noScans),
    ONLY_PRIVACY_DELETES(RoleChecks::onlyPrivacyDeletes),

    DEAD_LETTERS_ARE_KEPT_AND_CLOSED_TO_STRANGERS(EventChecks::deadLetters),
    EVENTS_COME_IN_FROM_THE_APP_AND_NONE_IS_LOST(EventChecks::eventsIn),
    REFUSED_EVENTS_END_IN_THE_DEAD_LETTERS(EventChecks::refusedEvents),
    A_TICK_COMES_EVERY_MINUTE_AND_IS_NOT_REPEATED(EventChecks::schedules),
    EVERY_SHARD_IS_SWEPT_ONCE(EventChecks::everyShardOnce),
    NO_RECORD_OF_THE_STREAM_IS_TRIED_FOR_EVER(EventChecks::consumers),
    THE_STREAM_BRINGS_CHECK_INS_AND_TOMBSTONES(EventChecks::filters),

    NO_PARAMETER_CAN_OPEN_THE_DOOR(ParameterChecks::bounded),
    EVERY_ROUTE_ASKS_FOR_THE_SCOPE(ApiChecks::scopes),
    EVERY_ROUTE_LEADS_TO_A_FUNCTION(ApiChecks::integrations),
    EVERY_ROUTE_IS_THROTTLED(ApiChecks::throttled),
    EVERY_ROUTE_SAYS_HOW_IT_REFUSES(ApiChecks::refusals),
    BROWSERS_MAY_WHAT_ROUTES_DO(ApiChecks::browsers),
    THE_API_IS_IMPORTED_WHOLE(ApiChecks::importedWhole),
    THE_ACCESS_LOG_DOES_NOT_SAY_WHO(ApiChecks::nobodyInTheAccessLog),

    EVERY_ALARM_TELLS_SOMEBODY(AlarmChecks::tellSomebody),
    EVERY_FUNCTION_HAS_THREE_ALARMS(AlarmChecks::everyFunctionIsWatched),
    A_SWEEP_THAT_IS_SILENT_IS_AN_ALARM(AlarmChecks::silenceIsNoticed),
    WHAT_FALLS_BEHIND_OR_FAILS_IS_AN_ALARM(AlarmChecks::watched),
    WHAT_IS_OPENED_AND_NOT_TOLD_IS_AN_ALARM(AlarmChecks::openedIsTold),
    MONEY_IS_WATCHED_WHERE_THERE_IS_A_BUDGET(MetricChecks::budget),
    THE_SWEEPS_LINE_BECOMES_METRICS(MetricChecks::counted),
    AN_OPERATOR_SEES_ALL_OF_IT(MetricChecks::drawn);

    @SuppressWarnings("ImmutableEnumChecker") // each is one of the static methods above
    private final BiConsumer<Template, Findings> check;

    Guard(BiConsumer<Template, Findings> check) {
        this.check = check;
    }

    List<String> faults(Template template) {
        return Findings.of(check, template);
    }
}
