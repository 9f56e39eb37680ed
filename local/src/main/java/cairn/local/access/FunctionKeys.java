package cairn.local.access;

import cairn.local.store.AwsAccess;
import cairn.local.template.Role;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Access keys, one for each function, as Lambda gives it those of its role. By its key a function is known.
///
/// Keys are new at each start, and nobody else has them. Signatures are not looked at: whoever has the key has
/// the secret too.
public final class FunctionKeys {
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/,\\s]+)/");
    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// As long as AWS's own, which begin so for temporary credentials.
    private static final String BEGINNING = "ASIA";
    private static final int LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, Role> roles = new HashMap<>();

    /// @param functions the functions' roles, by their names
    public FunctionKeys(Map<String, Role> functions) {
        functions.forEach((function, role) -> {
            String key = BEGINNING + text();
            keys.put(function, key);
            roles.put(key, role);
        });
    }

    /// How a function reaches the table.
    ///
    /// @param dynamoDb where the table answers functions
    public AwsAccess accessOf(String function, URI dynamoDb, String region) {
        String key = keys.get(function);
        if (key == null) {
            throw new IllegalArgumentException("there is no function " + function);
        }
        return new AwsAccess(dynamoDb, region, key, text(), Optional.empty());
    }

    /// Who signed a request.
    ///
    /// @param authorization the header, in Signature Version 4
    Optional<Role> caller(String authorization) {
        Matcher credential = CREDENTIAL.matcher(authorization);
        return credential.find() ? Optional.ofNullable(roles.get(credential.group(1))) : Optional.empty();
    }

    private String text() {
        return random.ints(LENGTH, 0, CHARACTERS.length())
                .mapToObj(index -> CHARACTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
