package cairn.lambda;

import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Where a list goes on, as text that only this deployment can make, and that only the member it was made for can
/// use, for the list it was made of.
///
/// @param key  the deployment's secret
/// @param list names the list; a cursor of another one is foreign
public record Cursor(String key, String list) {
    private static final int SIGNATURE_BYTES = 16;

    public String sign(MemberId member, Ledger.Position position) {
        String place = position.date() + position.id().text();
        return base64(signature(member, place)) + base64(place.getBytes(StandardCharsets.US_ASCII));
    }

    /// Reads what [#sign] made for this member; anything else, another spelling of it included, is empty.
    public Optional<Ledger.Position> verify(MemberId member, String cursor) {
        int split = base64(new byte[SIGNATURE_BYTES]).length();
        if (cursor.length() <= split) {
            return Optional.empty();
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(cursor.substring(0, split));
            String place =
                    new String(Base64.getUrlDecoder().decode(cursor.substring(split)), StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(signature, signature(member, place))
                    ? Optional.of(position(place))
                            .filter(position -> sign(member, position).equals(cursor))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /// What was signed here is well-formed.
    private static Ledger.Position position(String place) {
        int split = LocalDate.EPOCH.toString().length();
        return new Ledger.Position(
                CheckInId.parse(place.substring(split)).orElseThrow(), LocalDate.parse(place.substring(0, split)));
    }

    private byte[] signature(MemberId member, String place) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] full =
                    mac.doFinal(String.join("\n", list, member.subject(), place).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(full, SIGNATURE_BYTES);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Cursor[…]";
    }
}
