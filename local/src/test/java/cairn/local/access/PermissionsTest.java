package cairn.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.access.Permissions.Verdict;
import cairn.local.template.Role;
import cairn.local.template.Role.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsTest {
    private static final String TABLE = "arn:aws:dynamodb:eu-central-1:000000000000:table/cairn-Table";
    private static final Call QUERY = new Call("dynamodb:Query", TABLE + "/index/due");
    private static final Call GET = new Call("dynamodb:GetItem", TABLE);

    @ParameterizedTest
    @CsvSource(textBlock = """
        dynamodb:GetItem, arn:aws:dynamodb:eu-central-1:000000000000:table/cairn-Table, ALLOWED
        dynamodb:getitem, arn:aws:dynamodb:eu-central-1:000000000000:table/cairn-Table, ALLOWED
        dynamodb:*,       *,                                                             ALLOWED
        *,                arn:aws:dynamodb:*:*:table/*,                                  ALLOWED
        dynamodb:Get???m, arn:aws:dynamodb:*:000000000000:table/cairn-T?ble,             ALLOWED
        dynamodb:Get??m,  arn:aws:dynamodb:eu-central-1:000000000000:table/cairn-Table, NOT_ALLOWED
        dynamodb:GetItem, arn:aws:dynamodb:eu-central-1:000000000000:table/cairn-TABLE, NOT_ALLOWED
        dynamodb:GetItem, arn:aws:dynamodb:eu-central-1:000000000000:table/cairn-Table/index/*, NOT_ALLOWED
        dynamodb:GetItem, arn:aws:dynamodb:eu-west-1:000000000000:table/cairn-Table,    NOT_ALLOWED
        dynamodb:PutItem, arn:aws:dynamodb:eu-central-1:000000000000:table/cairn-Table, NOT_ALLOWED
        dynamodb.GetItem, *,                                                             NOT_ALLOWED
        """)
    void aStatementAllowsItsActionsOnItsResources(String action, String resource, Verdict verdict) {
        Role role = role(new Statement(true, List.of("x:Other", action), List.of("arn:other", resource)));

        assertThat(new Permissions(List.of(role)).verdict(role, GET)).isEqualTo(verdict);
    }

    @Test
    void theGrantOnATableIsNoneOnItsIndexes() {
        Role role = role(new Statement(true, List.of("dynamodb:Query"), List.of(TABLE)));

        assertThat(new Permissions(List.of(role)).verdict(role, QUERY)).isEqualTo(Verdict.NOT_ALLOWED);
    }

    @Test
    void aDenialIsStrongerThanAnyPermission() {
        var everything = new Statement(true, List.of("*"), List.of("*"));
        var noQuery = new Statement(false, List.of("dynamodb:Query"), List.of(TABLE + "/*"));

        for (Role role : List.of(role(everything, noQuery), role(noQuery, everything))) {
            var permissions = new Permissions(List.of(role));
            assertThat(permissions.verdict(role, QUERY)).isEqualTo(Verdict.DENIED);
            assertThat(permissions.used()).isEmpty();
            assertThat(permissions.verdict(role, GET)).isEqualTo(Verdict.ALLOWED);
        }
    }

    @Test
    void aGrantIsUsedWhenItAllowedSomething() {
        Role role = role(new Statement(true, List.of("dynamodb:GetItem", "dynamodb:Query"), List.of(TABLE)));
        var permissions = new Permissions(List.of(role));

        permissions.verdict(role, GET);
        permissions.verdict(role, QUERY);

        assertThat(permissions.granted())
                .containsExactly(
                        new Grant("Role", "dynamodb:GetItem", TABLE), new Grant("Role", "dynamodb:Query", TABLE));
        assertThat(permissions.used()).containsExactly(new Grant("Role", "dynamodb:GetItem", TABLE));
    }

    private static Role role(Statement... statements) {
        return new Role("Role", Arrays.asList(statements));
    }
}
