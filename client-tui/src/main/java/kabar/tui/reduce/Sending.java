package kabar.tui.reduce;

import java.util.ArrayList;
import java.util.List;
import kabar.api.Spelling;
import kabar.tui.commands.SlashCommand;
import kabar.tui.editing.Buffer;
import kabar.tui.state.Anchor;
import kabar.tui.state.Composer;
import kabar.tui.state.TuiState;
import kabar.tui.words.Phrase;

/// Enter at the input line.
final class Sending {
  private static final int REMEMBERED = 200;

  private Sending() {}

  /// Sends what is written, or does it if it is a command, or goes on in a new line after a `\`.
  static Next entered(TuiState state) {
    var buffer = state.composer().buffer();
    if (buffer.before().endsWith("\\") && buffer.after().isEmpty()) {
      return Field.with(state, buffer.replace(buffer.cursor() - 1, buffer.cursor(), "\n"));
    }
    if (buffer.text().isBlank()) {
      return Next.of(state);
    }
    return isCommand(buffer.text()) ? command(state, buffer.text()) : message(state);
  }

  /// Whether it begins with one `/`: two stand for a text that begins with one.
  static boolean isCommand(String text) {
    return text.startsWith("/") && !text.startsWith("//");
  }

  /// Sends a text to somebody.
  static Next send(TuiState state, String to, String text) {
    return Next.of(state, new Effect.Send(to, text));
  }

  private static Next message(TuiState state) {
    var buffer = state.composer().buffer();
    if (!state.conversation().isOpen()) {
      return Remarks.refuse(state, Phrase.NO_CONVERSATION);
    }
    if (!buffer.fits()) {
      return Writing.refuseLong(state, buffer);
    }
    var text = buffer.text().startsWith("//") ? buffer.text().substring(1) : buffer.text();
    var conversation = state.conversation();
    return send(
        emptied(state)
            .conversation(conversation.anchored(new Anchor.Newest()))
            .lately(state.lately().toldNoTyping()),
        conversation.with(),
        text);
  }

  private static Next command(TuiState state, String text) {
    var words = text.strip().split("\\s+", 2);
    return SlashCommand.parse(words[0])
        .map(known -> Commands.run(state, emptied(state), known, words.length == 1 ? "" : words[1]))
        .orElseGet(() -> unknown(state, words[0]));
  }

  private static Next unknown(TuiState state, String word) {
    return Spelling.nearest(word, SlashCommand.words())
        .map(meant -> Remarks.refuse(state, Phrase.NO_SUCH_COMMAND_BUT, word, meant))
        .orElseGet(() -> Remarks.refuse(state, Phrase.NO_SUCH_COMMAND, word));
  }

  /// What was being written before something was recalled comes back.
  private static TuiState emptied(TuiState state) {
    var composer = state.composer();
    return state.composer(
        composer.sent(remembered(composer)).buffer(Buffer.of(Recalling.putAside(composer))));
  }

  private static List<String> remembered(Composer composer) {
    var sent = new ArrayList<>(composer.sent());
    sent.remove(composer.buffer().text());
    sent.add(composer.buffer().text());
    return sent.subList(Math.max(0, sent.size() - REMEMBERED), sent.size());
  }
}
