package kabar.distribution;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kabar.testkit.transcript.ClientTranscript;
import kabar.testkit.transcript.ClientTranscriptRunner;
import kabar.testkit.transcript.Terminal;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people see of the packed line client, word for word.
final class LineTranscriptIT {
  @TempDir Path temporary;

  @ParameterizedTest
  @MethodSource("transcripts")
  void isPrintedWordForWordIntoAPipe(ClientTranscript transcript) throws Exception {
    Programs.require("env");

    play(transcript, PackedClient::inPipe);
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void isPrintedWordForWordOnATerminal(ClientTranscript transcript) throws Exception {
    Programs.require("env");
    Programs.require("script");

    play(transcript, PackedClient::atTerminal);
  }

  static Stream<ClientTranscript> transcripts() {
    return ClientTranscript.all();
  }

  private void play(ClientTranscript transcript, Clients clients) throws Exception {
    var data = temporary.resolve("data");
    try (var server = PackedServer.demo(data, "--dialect", transcript.dialect())) {
      var arguments = arguments(transcript, server.addresses().getFirst());

      ClientTranscriptRunner.run(transcript, () -> clients.start(arguments));
    }
  }

  private static String[] arguments(ClientTranscript transcript, URI server) {
    var arguments = new ArrayList<>(List.of("line", "--dialect", transcript.dialect()));
    if (transcript.isTraced()) {
      arguments.add("--trace");
    }
    arguments.add(server.toString());
    return arguments.toArray(String[]::new);
  }

  @FunctionalInterface
  private interface Clients {
    Terminal start(String... arguments) throws IOException;
  }
}
