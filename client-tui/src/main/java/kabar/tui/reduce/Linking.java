package kabar.tui.reduce;

import java.time.Instant;
import kabar.client.ConnectionState;
import kabar.client.Refusal;
import kabar.tui.state.Standing;
import kabar.tui.state.TuiState;
import kabar.tui.words.Phrase;

/// How it stands with the server.
final class Linking {
  private Linking() {}

  static Next changed(TuiState state, ConnectionState connection, String me) {
    var named = me.isEmpty() ? state.standing() : state.standing().me(me);
    var next =
        state.standing(
            named.connection(connection, since(state, connection), failed(named, connection)));
    return switch (connection) {
      case ConnectionState.Online _ -> Next.of(next, new Effect.ReadPeople());
      case ConnectionState.Refused refused -> Next.of(refused(next, refused));
      case ConnectionState.Idle _, ConnectionState.Connecting _, ConnectionState.Offline _ ->
          Next.of(next);
    };
  }

  static Next pinged(TuiState state, long nanos) {
    return Next.of(state.standing(state.standing().latencyNanos(nanos)));
  }

  /// Tries again at once; logs in anew where only that helps.
  static Next again(TuiState state) {
    return Next.of(
        state,
        state.standing().connection() instanceof ConnectionState.Refused(Refusal refusal, _)
                && isLogInWanted(refusal)
            ? new Effect.LogIn()
            : new Effect.Connect());
  }

  /// An attempt to come back does not end the time without a connection.
  private static Instant since(TuiState state, ConnectionState connection) {
    boolean isStillAway = isAway(state.standing().connection()) && isAway(connection);
    return isStillAway ? state.standing().since() : state.moment().now();
  }

  private static boolean isAway(ConnectionState connection) {
    return switch (connection) {
      case ConnectionState.Connecting _, ConnectionState.Offline _ -> true;
      case ConnectionState.Online _, ConnectionState.Idle _, ConnectionState.Refused _ -> false;
    };
  }

  /// What changes between attempts keeps the number of those that have failed.
  private static int failed(Standing before, ConnectionState connection) {
    return switch (connection) {
      case ConnectionState.Offline _ -> before.attempts() + 1;
      case ConnectionState.Connecting _, ConnectionState.Refused _ -> before.attempts();
      case ConnectionState.Online _, ConnectionState.Idle _ -> 0;
    };
  }

  private static TuiState refused(TuiState state, ConnectionState.Refused refused) {
    return Remarks.add(
        state,
        switch (refused.refusal()) {
          case SESSION_ENDED -> logIn(state, Phrase.SESSION_IS_OVER);
          case NOT_LOGGED_IN -> logIn(state, Phrase.NOBODY_LOGGED_IN);
          case OTHER_PROTOCOL -> stopped(state, Phrase.OTHER_PROTOCOL);
          case UNSUPPORTED_SERVER -> stopped(state, Phrase.UNSUPPORTED_SERVER);
          case NOT_ADMITTED, UNUSABLE_URL, UNUSABLE_PROFILE ->
              Remarks.words(state, Phrase.STOPPED_TRYING, refused.detail());
        },
        true);
  }

  private static String logIn(TuiState state, Phrase why) {
    return Remarks.words(state, Phrase.LOG_IN_ANEW, Remarks.words(state, why));
  }

  private static String stopped(TuiState state, Phrase why) {
    return Remarks.words(state, Phrase.STOPPED_TRYING, Remarks.words(state, why));
  }

  private static boolean isLogInWanted(Refusal refusal) {
    return switch (refusal) {
      case NOT_LOGGED_IN, SESSION_ENDED, NOT_ADMITTED -> true;
      case OTHER_PROTOCOL, UNSUPPORTED_SERVER, UNUSABLE_URL, UNUSABLE_PROFILE -> false;
    };
  }
}
