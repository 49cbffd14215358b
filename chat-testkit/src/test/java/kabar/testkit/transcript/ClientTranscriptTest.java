package kabar.testkit.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// That a transcript notices what it is there to notice.
final class ClientTranscriptTest {
  private static final String TOKEN = "c5624216-519d-483c-87a5-3fbb9b0293a6";
  private static final String TEXT =
      """
      # dialect chat, traced: an example
      ? Command :
      > auth messi surabaya
      < read T1[0..35], T1[35..36]
      <= token T1\\x0d
      ? Command T1:
      ^C
      < bye
      """;
  private static final String RIGHT =
      "Command :read c5624216-519d-483c-87a5-3fbb9b0293a, 6\ntoken %s\r\nCommand %s:bye\n"
          .formatted(TOKEN, TOKEN);

  @Test
  void isReadWithItsDialect() {
    var transcript = ClientTranscript.parse("example", TEXT);

    assertThat(transcript.dialect()).isEqualTo("chat");
    assertThat(transcript.isTraced()).isTrue();
    assertThat(transcript.steps()).hasSize(2);
  }

  @Test
  void acceptsWhatItSays() throws IOException {
    var terminal = play(RIGHT);

    assertThat(terminal.typed).hasToString("auth messi surabaya|^C, expecting 130");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Command",
        "command :",
        "Command :read c5624216-519d-483c-87a5-3fbb9b0293a, 7\ntoken TOKEN\r\nCommand TOKEN:bye\n",
        "Command :read c5624216-519d-483c-87a5-3fbb9b0293a, 6\ntoken TOKEN\nCommand TOKEN:bye\n",
        "Command :read c5624216-519d-483c-87a5-3fbb9b0293a, 6\ntoken T1\r\nCommand T1:bye\n",
        "Command :read c5624216-519d-483c-87a5-3fbb9b0293a, 6\ntoken TOKEN\r\nCommand :bye\n",
        "Command :read c5624216-519d-483c-87a5-3fbb9b0293a, 6\ntoken TOKEN\r\nCommand TOKEN:",
        "Command :read c5624216-519d-483c-87a5-3fbb9b0293a, 6\ntoken TOKEN\r\nCommand TOKEN:bye\n\n"
      })
  void refusesAnythingElse(String printed) {
    assertThatThrownBy(() -> play(printed.replace("TOKEN", TOKEN)))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("example:");
  }

  @Test
  void wantsEveryClientToEnd() {
    var text = "# dialect chat: no end\n? Command :\n> hey\n< no\n";

    assertThatThrownBy(() -> play(text, "Command :no\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("do not end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "? Command :\n> hey\n",
        "# dialect chat: x\n> hey\n",
        "# dialect chat: x\n< hey\n",
        "# dialect chat: x\n? Command :\n< hey\n",
        "# dialect chat: x\nhey\n",
        "# dialect chat: x\n^D\n"
      })
  void refusesWhatItCannotRead(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClientTranscript.parse("example", text))
        .withMessageStartingWith("example:");
  }

  private static Recorded play(String printed) throws IOException {
    return play(TEXT, printed);
  }

  private static Recorded play(String text, String printed) throws IOException {
    var terminal = new Recorded(printed);
    ClientTranscriptRunner.run(ClientTranscript.parse("example", text), () -> terminal);
    return terminal;
  }

  /// A client that prints the same whatever is typed.
  private static final class Recorded implements Terminal {
    private final StringBuilder typed = new StringBuilder();
    private String printed;

    Recorded(String printed) {
      this.printed = printed;
    }

    @Override
    public boolean echoes() {
      return false;
    }

    @Override
    public void type(String line) {
      typed.append(line);
    }

    @Override
    public void interrupt() {
      typed.append("|^C");
    }

    @Override
    public void endInput() {
      typed.append("|^D");
    }

    @Override
    public String read(int length) {
      var next = printed.substring(0, Math.min(length, printed.length()));
      printed = printed.substring(next.length());
      return next;
    }

    @Override
    public String awaitEnd(int exitCode) {
      typed.append(", expecting ").append(exitCode);
      return printed;
    }

    @Override
    public void close() {}
  }
}
