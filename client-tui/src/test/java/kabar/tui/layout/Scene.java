package kabar.tui.layout;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kabar.client.ConnectionState;
import kabar.client.OutboxEntry;
import kabar.client.Way;
import kabar.protocol.Profile;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import kabar.tui.paint.Size;
import kabar.tui.state.Anchor;
import kabar.tui.state.Composer;
import kabar.tui.state.Conversation;
import kabar.tui.state.Focus;
import kabar.tui.state.Lists;
import kabar.tui.state.Moment;
import kabar.tui.state.Overlay;
import kabar.tui.state.Settings;
import kabar.tui.state.Standing;
import kabar.tui.state.TuiState;
import kabar.tui.words.Language;
import kabar.tui.words.Sentences;

/// States that tests begin with: messi's client, on a morning in Jakarta.
public final class Scene {
  /// 09:46 in Jakarta.
  public static final Instant NOW = Instant.parse("2025-11-19T02:46:00Z");

  public static final Profile MESSI = new Profile("messi", "Lionel Messi", "Argentina");

  private Scene() {}

  /// Online, with nothing to show.
  public static TuiState empty(int columns, int rows) {
    return new TuiState(
        new Size(columns, rows),
        new Settings(
            new Sentences(Language.ENGLISH),
            ZoneId.of("Asia/Jakarta"),
            "terminal",
            true,
            true,
            false),
        new Standing(
            URI.create("tcp://chat.example:8888"),
            "messi",
            new ConnectionState.Online(MESSI, Way.straight("tcp")),
            NOW.minusSeconds(600),
            0,
            Duration.ofMillis(12).toNanos()),
        Lists.EMPTY,
        Conversation.NONE,
        Composer.EMPTY,
        new Overlay.None(),
        Focus.CONVERSATION,
        "",
        Moment.begin(NOW));
  }

  /// The conversation with henderson, with such messages.
  public static TuiState with(int columns, int rows, List<Reply.Note> notes) {
    return empty(columns, rows).conversation(conversation(notes));
  }

  public static Conversation conversation(List<Reply.Note> notes) {
    return new Conversation("henderson", notes, false, false, "", new Anchor.Newest(), "");
  }

  /// As many messages of henderson, a minute apart, the last one now.
  public static List<Reply.Note> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> note("m" + number, "henderson", number - count + 1, "text " + number))
        .toList();
  }

  /// A message.
  ///
  /// @param minutes after now
  public static Reply.Note note(String id, String from, int minutes, String text) {
    var to = from.equals("messi") ? "henderson" : "messi";
    return new Reply.Note(id, from, to, text, "", NOW.plusSeconds(60L * minutes));
  }

  public static OutboxEntry pending(String key, String text) {
    return new OutboxEntry(
        key, "messi", "henderson", text, NOW, new OutboxEntry.Standing.Sending());
  }

  public static OutboxEntry failed(String key, String text) {
    return new OutboxEntry(
        key,
        "messi",
        "henderson",
        text,
        NOW,
        new OutboxEntry.Standing.Failed(Reason.TOO_LARGE, ""));
  }

  /// Messages, one after the other.
  public static List<Reply.Note> notes(Reply.Note... notes) {
    return new ArrayList<>(List.of(notes));
  }
}
