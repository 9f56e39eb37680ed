package cairn.local.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Claims as API Gateway hands them to a function: every one a text, a list in brackets, a time in epoch seconds.
final class Claims {
    private Claims() {}

    static Map<String, String> asText(JWTClaimsSet claims) {
        var texts = new LinkedHashMap<String, String>();
        claims.getClaims().forEach((name, value) -> {
            if (value != null) {
                texts.put(name, text(name, value));
            }
        });
        return texts;
    }

    private static String text(String name, Object value) {
        return switch (value) {
            case Date date -> Long.toString(date.toInstant().getEpochSecond());
            // Read as a list even where the token has one text.
            case List<?> list when name.equals("aud") && list.size() == 1 -> String.valueOf(list.getFirst());
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
            default -> value.toString();
        };
    }
}
