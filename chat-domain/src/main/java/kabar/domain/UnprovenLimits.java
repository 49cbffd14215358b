package kabar.domain;

import java.util.List;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.Settings;

/// What is too much from peers whose address is not proven: whoever writes another's address into a
/// request has the reply sent there, and can be as many as there are addresses.
///
/// @param replyBytes the longest reply to an address where nobody is known to have asked
///     (`unproven-reply-bytes`)
/// @param boundReplyBytes the longest reply to the address to which the session is bound
///     (`bound-reply-bytes`)
/// @param repliesPerAddress short replies a second to one address (`unproven-replies-per-address`)
/// @param replies short replies a second in all (`unproven-replies`)
/// @param requests requests under way at once (`unproven-requests`)
/// @param logins logins under way at once (`unproven-logins`)
public record UnprovenLimits(
    int replyBytes,
    int boundReplyBytes,
    int repliesPerAddress,
    int replies,
    int requests,
    int logins) {
  /// What all refusals and the replies to `auth` and `send` have room in.
  private static final int LEAST_BYTES = 128;

  private static final int MOST_BYTES = 1_200;
  private static final int MOST_BOUND_BYTES = 65_507;

  private static final Option<Integer> REPLY_BYTES =
      Option.of(
          "unproven-reply-bytes",
          Form.wholeNumber(LEAST_BYTES, MOST_BYTES),
          LEAST_BYTES,
          "The longest reply to an address that is not proven, unless the session is bound to it");
  private static final Option<Integer> BOUND_REPLY_BYTES =
      Option.of(
          "bound-reply-bytes",
          Form.wholeNumber(LEAST_BYTES, MOST_BOUND_BYTES),
          1_200,
          "The longest reply to an address that is not proven and that the session is bound to");
  private static final Option<Integer> REPLIES_PER_ADDRESS =
      number(
          "unproven-replies-per-address",
          10,
          "Replies a second to one address that is not proven, unless the session is bound to it");
  private static final Option<Integer> REPLIES =
      number(
          "unproven-replies",
          200,
          "Replies a second to all addresses that are not proven, those to which the session is"
              + " bound left out");
  private static final Option<Integer> REQUESTS =
      number(
          "unproven-requests",
          1_000,
          "Requests under way at once from addresses that are not proven");
  private static final Option<Integer> LOGINS =
      number("unproven-logins", 8, "Logins under way at once from addresses that are not proven");

  /// All options there are.
  static final List<Option<?>> OPTIONS =
      List.of(REPLY_BYTES, BOUND_REPLY_BYTES, REPLIES_PER_ADDRESS, REPLIES, REQUESTS, LOGINS);

  /// Reads the options above.
  ///
  /// @throws kabar.api.SettingsException if one cannot be used
  static UnprovenLimits from(Settings settings) {
    return new UnprovenLimits(
        settings.get(REPLY_BYTES),
        settings.get(BOUND_REPLY_BYTES),
        settings.get(REPLIES_PER_ADDRESS),
        settings.get(REPLIES),
        settings.get(REQUESTS),
        settings.get(LOGINS));
  }

  private static Option<Integer> number(String key, int fallback, String description) {
    return Option.of(key, Form.wholeNumber(1, 1_000_000), fallback, description);
  }
}
