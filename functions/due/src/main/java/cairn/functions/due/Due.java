package cairn.functions.due;

import cairn.checkins.Asked;
import cairn.checkins.Erased;
import cairn.checkins.Members;
import cairn.checkins.Programs;
import cairn.dynamodb.DynamoDbLedger;
import cairn.lambda.Environment;
import cairn.lambda.HttpFunction;
import cairn.lambda.Languages;
import cairn.lambda.Ledgers;
import cairn.lambda.Problem;
import cairn.lambda.Reply;
import cairn.lambda.Request;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// `GET /v1/me/due`, the hot path: what should this person see now?
public final class Due implements RequestStreamHandler {
    private final HttpFunction http;
    private final Programs programs;

    public Due() {
        this(Environment.ofProcess());
    }

    private Due(Environment environment) {
        this(environment.programs(), DynamoDbLedger.ofTable(environment.tableName())::within, environment.log());
    }

    Due(Programs programs, Ledgers ledgers, Consumer<String> log) {
        this.programs = programs;
        this.http = new HttpFunction(Map.of("GET /v1/me/due", this::due), programs, ledgers, log);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        http.handle(input, output, context);
    }

    private Reply due(Request request, Members members) {
        request.allowQuery();
        return switch (members.due(request.member())) {
            case Asked asked -> reply(asked, request);
            case Erased() -> Reply.problem(Problem.Kind.ERASED.problem());
        };
    }

    private Reply reply(Asked asked, Request request) {
        var wanted = Languages.wanted(asked.locale(), request.headers().get("accept-language"));
        return Reply.ok(DueReply.of(asked.answer(), programs, wanted))
                .noting("outcome", asked.way().name().toLowerCase(Locale.ROOT))
                .noting("slots", DueReply.slots(asked.answer()));
    }
}
