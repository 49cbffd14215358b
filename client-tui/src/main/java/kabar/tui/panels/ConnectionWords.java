package kabar.tui.panels;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kabar.client.ConnectionState;
import kabar.client.Refusal;
import kabar.tui.bindings.Intent;
import kabar.tui.layout.Shape;
import kabar.tui.paint.Ink;
import kabar.tui.state.Standing;
import kabar.tui.text.CellWidth;
import kabar.tui.text.Clean;
import kabar.tui.words.Phrase;
import kabar.tui.words.Sentences;

/// How the connection stands: words first, the sign only repeats them.
final class ConnectionWords {

  private ConnectionWords() {}

  /// The state itself, and then what else there is to say, the most important first; each begins
  /// with what parts it from the one before.
  private static List<String> of(Picture picture) {
    var standing = picture.state().standing();
    return switch (standing.connection()) {
      case ConnectionState.Online _ -> online(picture, standing);
      case ConnectionState.Connecting() -> List.of(connecting(picture, standing));
      case ConnectionState.Idle() ->
          List.of(picture.glyphs().offline() + " " + picture.say(Phrase.STATE_IDLE));
      case ConnectionState.Offline offline -> offline(picture, standing, offline);
      case ConnectionState.Refused refused -> refused(picture, refused.refusal());
    };
  }

  /// As much of it as fits, at least the state itself.
  static String fitting(Picture picture, int cells) {
    var text = "";
    for (var part : of(picture)) {
      if (!text.isEmpty() && CellWidth.ofText(text + part) > cells) {
        return text;
      }
      text += part;
    }
    return text;
  }

  static Ink ink(ConnectionState connection) {
    return switch (connection) {
      case ConnectionState.Online _ -> Ink.STATE_GOOD;
      case ConnectionState.Connecting(), ConnectionState.Idle() -> Ink.STATE_WAIT;
      case ConnectionState.Offline _, ConnectionState.Refused _ -> Ink.STATE_BAD;
    };
  }

  /// How long a ping took, in milliseconds, with a digit more where it is short.
  static String latency(Duration latency) {
    double millis = latency.toNanos() / 1e6;
    return millis >= 10
        ? String.format(Locale.ROOT, "%.0fms", millis)
        : String.format(Locale.ROOT, "%.1fms", millis);
  }

  private static List<String> online(Picture picture, Standing standing) {
    var words = picture.say(Phrase.STATE_ONLINE) + " " + Clean.line(standing.transport());
    var latency = standing.latency().map(known -> " " + latency(known)).orElse("");
    var parts = new ArrayList<>(List.of(picture.glyphs().online() + " " + words, latency));
    if (standing.way().isDetour()) {
      var detour = picture.state().settings().sentences().detour(standing.way());
      parts.add(between(picture) + Clean.line(detour));
    }
    return parts;
  }

  private static String connecting(Picture picture, Standing standing) {
    return picture.glyphs().connecting()
        + " "
        + picture.say(Phrase.STATE_CONNECTING)
        + " "
        + Clean.line(standing.transport())
        + " "
        + picture.glyphs().pending();
  }

  private static List<String> offline(
      Picture picture, Standing standing, ConnectionState.Offline offline) {
    var now = picture.state().moment().now();
    var parts = new ArrayList<String>();
    parts.add(
        "%s %s %s"
            .formatted(
                picture.glyphs().offline(),
                picture.say(Phrase.STATE_OFFLINE),
                picture.times().elapsed(Duration.between(standing.since(), now))));
    parts.add(
        between(picture)
            + picture.say(
                Phrase.RETRY_IN, Sentences.seconds(Duration.between(now, offline.retryAt()))));
    if (standing.attempts() > 0) {
      parts.add(" " + picture.say(Phrase.TRY_NUMBER, standing.attempts()));
    }
    picture
        .key(Intent.RECONNECT)
        .ifPresent(key -> parts.add(between(picture) + picture.say(Phrase.KEY_NOW, key)));
    return parts;
  }

  private static List<String> refused(Picture picture, Refusal refusal) {
    return List.of(
        picture.glyphs().alert() + " " + picture.say(word(refusal)),
        between(picture) + picture.say(remedy(refusal)));
  }

  private static String between(Picture picture) {
    return picture.layout().shape() == Shape.TINY ? " " : " " + picture.glyphs().dot() + " ";
  }

  private static Phrase word(Refusal refusal) {
    return switch (refusal) {
      case NOT_LOGGED_IN -> Phrase.STATE_NOT_LOGGED_IN;
      case SESSION_ENDED -> Phrase.STATE_SESSION_ENDED;
      case NOT_ADMITTED -> Phrase.STATE_NOT_ADMITTED;
      case OTHER_PROTOCOL -> Phrase.STATE_OTHER_PROTOCOL;
      case UNSUPPORTED_SERVER -> Phrase.STATE_UNSUPPORTED;
      case UNUSABLE_URL -> Phrase.STATE_UNUSABLE_URL;
      case UNUSABLE_PROFILE -> Phrase.STATE_UNUSABLE_PROFILE;
    };
  }

  private static Phrase remedy(Refusal refusal) {
    return switch (refusal) {
      case NOT_LOGGED_IN, SESSION_ENDED, NOT_ADMITTED -> Phrase.REMEDY_LOG_IN;
      case OTHER_PROTOCOL, UNUSABLE_URL -> Phrase.REMEDY_ADDRESS;
      case UNSUPPORTED_SERVER -> Phrase.REMEDY_UPDATE;
      case UNUSABLE_PROFILE -> Phrase.REMEDY_PROFILE;
    };
  }
}
