package cairn.dynamodb;

import cairn.checkins.RowRefused;
import cairn.checkins.StoreMisconfigured;
import cairn.checkins.StoreUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;

/// What an exception of the SDK means for the caller of the port. DynamoDB answers with one status, 400, to
/// what is invalid and to what may succeed a moment later; its error code tells them apart (AWS: DynamoDB
/// Developer Guide, "Error handling with DynamoDB"; "Common errors" of the API Reference).
final class StoreFailure {
    private static final Set<String> OF_THE_ROW =
            Set.of("ValidationException", "ItemCollectionSizeLimitExceededException", "SerializationException");

    /// The same of one row of a transaction (AWS: DynamoDB API Reference, TransactWriteItems).
    private static final Set<String> OF_THE_ROW_IN_A_TRANSACTION =
            Set.of("ValidationError", "ItemCollectionSizeLimitExceeded");

    private static final Set<String> OF_THE_SETTINGS = Set.of(
            "AccessDeniedException",
            "ExpiredTokenException",
            "IncompleteSignature",
            "IncompleteSignatureException",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "MissingAuthenticationTokenException",
            "NotAuthorized",
            "OptInRequired",
            "ResourceNotFoundException",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException");

    private StoreFailure() {}

    /// @param failed with the attempts of the SDK behind it
    static RuntimeException of(SdkException failed) {
        return permanent(failed).orElseGet(() -> new StoreUnavailable("DynamoDB did not answer", failed));
    }

    /// The exception for a request that DynamoDB has refused for good; empty if it may succeed later, or if it
    /// is not known whether it was applied.
    static Optional<RuntimeException> permanent(SdkException failed) {
        if (!(failed instanceof AwsServiceException answered)) {
            return Optional.empty();
        }
        AwsErrorDetails details = answered.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" : details.errorCode();
        if (OF_THE_ROW.contains(code)) {
            return Optional.of(new RowRefused("DynamoDB refused the row: " + details.errorMessage(), failed));
        }
        return OF_THE_SETTINGS.contains(code)
                ? Optional.of(new StoreMisconfigured(
                        "DynamoDB refused the request: " + details.errorMessage() + " (" + code + ")", failed))
                : Optional.empty();
    }

    /// The exception for a transaction that was cancelled for none of the reasons that a ledger knows what to
    /// do about.
    static RuntimeException ofTransaction(List<CancellationReason> reasons) {
        return reasons.stream()
                .filter(reason -> OF_THE_ROW_IN_A_TRANSACTION.contains(String.valueOf(reason.code())))
                .findFirst()
                .<RuntimeException>map(reason -> new RowRefused("DynamoDB refused the row: " + reason.message(), null))
                .orElseGet(() -> new IllegalStateException("DynamoDB cannot write this: "
                        + reasons.stream().map(CancellationReason::code).toList()));
    }
}
