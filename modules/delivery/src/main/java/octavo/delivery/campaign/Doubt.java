package octavo.delivery.campaign;

import java.time.Instant;

/// A message of which nobody knows whether it was delivered: the final dot may have been sent, and no answer was heard.
///
/// @param email empty where the subscriber was erased
/// @param messageId with its angle brackets
/// @param since since when nobody knows
/// @param reply what was seen
public record Doubt(long subscriber, String email, String messageId, Instant since, String reply) {}
