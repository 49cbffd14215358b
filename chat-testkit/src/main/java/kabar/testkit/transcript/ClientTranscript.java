package kabar.testkit.transcript;

import java.util.List;
import java.util.stream.Stream;

/// What people see who use a client that reads lines. It begins on an empty server with the three
/// demo users.
///
/// @param name the name of its file
/// @param dialect of both the server and the client, `chat` or `chatbox`
/// @param isTraced whether the client has to print its talk with the server
/// @param steps in their order, whichever terminal they are at
public record ClientTranscript(String name, String dialect, boolean isTraced, List<Step> steps) {

  public ClientTranscript {
    steps = List.copyOf(steps);
  }

  /// All transcripts of clients that this kit has.
  public static Stream<ClientTranscript> all() {
    return Stream.of(
            "line-chat.txt", "line-chatbox.txt", "line-chat-trace.txt", "line-chatbox-trace.txt")
        .map(name -> parse(name, Transcript.text(name)));
  }

  /// Reads a transcript from text.
  ///
  /// @param name of its file, for messages
  /// @throws IllegalArgumentException naming the first line that cannot be read
  public static ClientTranscript parse(String name, String text) {
    return ClientTranscriptParser.parse(name, text);
  }

  @Override
  public String toString() {
    return name;
  }
}
