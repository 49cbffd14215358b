package kabar.testkit.transcript;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// A dialogue of the text dialect. It begins on an empty server with the three demo users.
///
/// @param name the name of its file
/// @param dialect what the listener has to speak, `chat` or `chatbox`
/// @param exchanges in their order, whichever connection they are on
public record Transcript(String name, String dialect, List<Exchange> exchanges) {

  public Transcript {
    exchanges = List.copyOf(exchanges);
  }

  /// All transcripts that this kit has.
  public static Stream<Transcript> all() {
    return Stream.of("chat.txt", "chatbox.txt", "text-rules.txt", "pipelined.txt")
        .map(Transcript::read);
  }

  /// Reads a transcript from text.
  ///
  /// @param name of its file, for messages
  /// @throws IllegalArgumentException naming the first line that cannot be read
  public static Transcript parse(String name, String text) {
    return TranscriptParser.parse(name, text);
  }

  /// The same dialogue with fewer waits: all requests of one connection from one first appearance
  /// of a token to the next go out at once.
  public Transcript joined() {
    var joined = new ArrayList<Exchange>();
    var tokens = new HashSet<String>();
    var waits = true;
    for (var exchange : exchanges) {
      var goesOn = !waits && joined.getLast().connection() == exchange.connection();
      joined.add(goesOn ? joined.removeLast().and(exchange) : exchange);
      waits = tokens.addAll(exchange.replies().stream().flatMap(Transcript::tokens).toList());
    }
    return new Transcript(name, dialect, joined);
  }

  /// Whether it can be played in bare datagrams, each of which is one request or one answer.
  public boolean fitsBareDatagrams() {
    return exchanges.stream().allMatch(Exchange::fitsBareDatagrams);
  }

  /// The length of the longest request, in bytes.
  public int longestRequest() {
    return exchanges.stream()
        .mapToInt(it -> Tokens.filledLength(it.request().text()))
        .max()
        .orElse(0);
  }

  @Override
  public String toString() {
    return name;
  }

  private static Stream<String> tokens(Line reply) {
    return Tokens.names(reply.text());
  }

  private static Transcript read(String name) {
    return parse(name, text(name));
  }

  /// A file of this kit.
  static String text(String name) {
    try (var resource = Transcript.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new FileNotFoundException(name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
