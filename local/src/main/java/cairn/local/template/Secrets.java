package cairn.local.template;

import cairn.local.life.Refusal;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Dynamic references to the template's own generated secrets: `{{resolve:secretsmanager:ARN}}`.
///
/// Each secret is random, made once, and kept in the data folder, as Secrets Manager would keep it.
final class Secrets {
    static final String TYPE = "AWS::SecretsManager::Secret";

    private static final Pattern DYNAMIC_REFERENCE = Pattern.compile("\\{\\{resolve:([^}]*)}}");
    private static final Pattern SECRET =
            Pattern.compile("secretsmanager:arn:aws:secretsmanager:[^:]*:[^:]*:secret:([^:]+)(:SecretString)?:*");
    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// Letters and digits satisfy every wish about which characters to leave out but the explicit one.
    private static final Set<String> IGNORED = Set.of("ExcludePunctuation", "IncludeSpace", "RequireEachIncludedType");

    private final LocalValues local;
    private final Section resources;
    private final SecureRandom random = new SecureRandom();

    Secrets(Section template, LocalValues local) {
        this.local = local;
        this.resources = template.section("Resources");
    }

    static String arn(LocalValues local, String name) {
        return local.arn("secretsmanager", "secret:" + name);
    }

    String reveal(String text, String place) {
        return DYNAMIC_REFERENCE.matcher(text).replaceAll(found -> {
            Matcher secret = SECRET.matcher(found.group(1));
            if (!secret.matches()) {
                throw new Refusal(
                        found.group() + " at " + place + " is a dynamic reference that one machine cannot follow.");
            }
            return Matcher.quoteReplacement(secret(secret.group(1), place));
        });
    }

    private String secret(String name, String place) {
        if (!resources.values().containsKey(name)
                || !resources.section(name).text("Type").equals(TYPE)) {
            throw new Refusal(place + " refers to the secret " + name + ", which the template does not declare.");
        }
        Section wish = resources.section(name).section("Properties").section("GenerateSecretString");
        wish.refuseAllBut(Set.of("PasswordLength", "ExcludeCharacters"), IGNORED);
        return local.data().kept("secret-" + name, () -> generated(wish));
    }

    private String generated(Section wish) {
        String excluded = wish.optionalText("ExcludeCharacters").orElse("");
        List<String> allowed = LETTERS_AND_DIGITS
                .chars()
                .filter(character -> excluded.indexOf(character) < 0)
                .mapToObj(Character::toString)
                .toList();
        return random.ints(wish.number("PasswordLength", 32), 0, allowed.size())
                .mapToObj(allowed::get)
                .collect(Collectors.joining());
    }
}
