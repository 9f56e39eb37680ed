package cairn.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.local.template.Arns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which actions on which resources a request is made of.
class TableCallsTest {
    private static final Arns ARNS = new Arns("eu-central-1");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GetItem            | {"TableName":"T","Key":{"pk":{"S":"a"}}}                         | GetItem T
        PutItem            | {"Item":{"TableName":{"S":"X"}},"TableName":"T"}                 | PutItem T
        Query              | {"TableName":"T"}                                                | Query T
        Query              | {"TableName":"T","IndexName":"due"}                              | Query T/index/due
        Query              | {"IndexName":"due","TableName":"T","Limit":1}                    | Query T/index/due
        Scan               | {"TableName":"T","IndexName":"due"}                              | Scan T/index/due
        BatchWriteItem     | {"RequestItems":{"T":[{"DeleteRequest":{"Key":{}}}],"U":[]}}     | BatchWriteItem T, BatchWriteItem U
        BatchGetItem       | {"RequestItems":{"T":{"Keys":[{"pk":{"S":"a"}}]}}}               | BatchGetItem T
        TransactWriteItems | {"TransactItems":[{"Put":{"Item":{"a":{"M":{}}},"TableName":"T"}},{"Put":{"TableName":"T"}}]} | PutItem T
        TransactWriteItems | {"TransactItems":[{"Update":{"TableName":"T"}},{"Delete":{"TableName":"U"}}]} | UpdateItem T, DeleteItem U
        TransactWriteItems | {"TransactItems":[{"ConditionCheck":{"TableName":"T"}}]}         | ConditionCheckItem T
        TransactGetItems   | {"TransactItems":[{"Get":{"TableName":"T"}}]}                    | GetItem T
        """)
    void aRequestIsMadeOfWhatIamAsksFor(String operation, String body, String expected) throws IOException {
        List<String> calls = calls("DynamoDB_20120810." + operation, body).stream()
                .map(call -> call.action().replace("dynamodb:", "") + " "
                        + call.resource().replace(ARNS.table(""), ""))
                .toList();

        assertThat(calls).containsExactly(expected.split(", "));
    }

    @Test
    void aTableMayBeNamedByItsArn() throws IOException {
        String arn = ARNS.table("T");

        assertThat(calls("DynamoDB_20120810.Query", "{\"TableName\":\"" + arn + "\",\"IndexName\":\"due\"}"))
                .containsExactly(new Call("dynamodb:Query", arn + "/index/due"));
    }

    @Test
    void whatNamesNoTableIsAboutAllOfThem() throws IOException {
        assertThat(calls("DynamoDB_20120810.ListTables", "{}")).containsExactly(new Call("dynamodb:ListTables", "*"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''
        {
        []
        {"TableName":}
        """)
    void whatIsNoJsonObjectIsNoRequest(String body) {
        assertThatThrownBy(() -> calls("DynamoDB_20120810.GetItem", body)).isInstanceOf(IOException.class);
    }

    private static List<Call> calls(String target, String body) throws IOException {
        return TableCalls.of(target, body.getBytes(StandardCharsets.UTF_8), ARNS);
    }
}
