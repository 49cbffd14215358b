package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kabar.protocol.print.JsonLine;
import kabar.tui.words.Phrase;

/// Sends a message.
@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Send a message.",
      "",
      "It is written into the outbox first. If the server is away, it stays there, exit code 5"
          + " says so, and the next command that reaches the server sends it.",
      ""
    },
    footer = {"", ExitCode.TABLE, "", "Example: date | kabar send henderson -"})
final class SendCommand implements Callable<Integer> {
  /// As much as a request may have, its other parts left out.
  private static final int MOST_BYTES = 64 * 1024 - 512;

  @Parameters(index = "0", paramLabel = "USER", description = "Who gets it; you, if you like.")
  private String user;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "TEXT",
      description =
          "What it says; words are joined by spaces. '-' or nothing: the whole input, without the"
              + " line end at its end.")
  private List<String> words = new ArrayList<>();

  @Mixin private WaitOption wait;
  @Mixin private JsonOption output;
  @Mixin private SharedOptions shared;

  @Override
  public Integer call() throws NotDoneException, IOException, InterruptedException {
    var errand = shared.errand(output.isJson());
    var patience = wait.patience();
    var session = errand.session();
    var to = Argument.readable(errand, "USER", user);
    new Delivery(errand, patience).send(session, to, text(errand));
    return ExitCode.DONE.number();
  }

  private String text(Errand errand) throws NotDoneException, IOException {
    var text =
        words.isEmpty() || words.equals(List.of("-"))
            ? input(errand)
            : Argument.readable(errand, "TEXT", String.join(" ", words));
    if (text.isEmpty()) {
      throw new NotDoneException(ExitCode.USAGE, errand.say(Phrase.NO_TEXT));
    }
    // Characters that have to be escaped are longer on the wire.
    if (JsonLine.of("text", text).json().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw tooLong(errand);
    }
    return text;
  }

  private static String input(Errand errand) throws NotDoneException, IOException {
    var bytes = errand.surroundings().in().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw tooLong(errand);
    }
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return decoder.decode(ByteBuffer.wrap(bytes)).toString().replaceFirst("\r?\n\\z", "");
    } catch (CharacterCodingException _) {
      throw new NotDoneException(ExitCode.USAGE, errand.say(Phrase.TEXT_NOT_UTF8));
    }
  }

  private static NotDoneException tooLong(Errand errand) {
    return new NotDoneException(ExitCode.USAGE, errand.say(Phrase.TEXT_TOO_LONG, MOST_BYTES));
  }
}
