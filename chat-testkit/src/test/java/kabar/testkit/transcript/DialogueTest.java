package kabar.testkit.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DialogueTest {
  private static final String END = "{\"jsonrpc\":\"2.0\",\"id\":\"the end\",\"result\":{}}";

  @Test
  void isWhatStandsInMarkedBlocksOnly() {
    var dialogue =
        Dialogue.parse(
            "page.md",
            """
            Words.

            ```dialogue
            @ messi
            > {"a":1}
            < {"b":2}
            (a second later)
            ```

            ```
            $ nc
            ```
            """);

    assertThat(dialogue.turns())
        .containsExactly(
            new Turn.Ask("messi", new Line("page.md:5", "{\"a\":1}")),
            new Turn.Hear("messi", new Line("page.md:6", "{\"b\":2}")),
            new Turn.Pass());
  }

  @Test
  void refusesExamplesThatNobodyWouldTry() {
    assertThatThrownBy(() -> Dialogue.parse("page.md", "```\n> {\"a\":1}\n```\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("page.md:2: an example outside of ```dialogue: '> {\"a\":1}'");
  }

  @Test
  void refusesLinesOfNobody() {
    assertThatThrownBy(() -> Dialogue.parse("page.md", "```dialogue\n> {}\n```\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("page.md:2: cannot read '> {}'");
  }

  @Test
  void fillsInWhatNamesStandForAndLetsNotificationsOvertake() throws IOException {
    var wire =
        new ScriptedWire(
            "{\"jsonrpc\":\"2.0\",\"method\":\"typing\",\"params\":{\"from\":\"pelé\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"cursor\":\"x-7\",\"at\":\"x-7\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":\"x-7\"}",
            END);

    play(
        wire,
        """
        > {"code":"I1"}
        < {"jsonrpc":"2.0","id":1,"result":{"cursor":"C1","at":"C1"}}
        > {"after":"C1"}
        < {"jsonrpc":"2.0","id":2,"result":"C1"}
        < {"jsonrpc":"2.0","method":"typing","params":{"from":"pelé"}}
        """);

    assertThat(wire.sent).startsWith("{\"code\":\"ABC\"}\n", "{\"after\":\"x-7\"}\n").hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"jsonrpc":"2.0","id":1,"result":{"cursor":"C1"}} | {"jsonrpc":"2.0","id":1,"result":{}}
          {"jsonrpc":"2.0","id":1,"result":["C1","C1"]}     | {"jsonrpc":"2.0","id":1,"result":["a","b"]}
          {"jsonrpc":"2.0","id":1,"result":"A1"}            | {"jsonrpc":"2.0","id":1,"result":"2026-01-31T12:00:00Z"}
          {"jsonrpc":"2.0","id":1,"result":{}}              | {"jsonrpc":"2.0","id":2,"result":{}}
          """)
  void failsWhereTheServerSaysSomethingElse(String expected, String said) {
    assertThatThrownBy(() -> play(new ScriptedWire(said, END), "< " + expected + "\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("page.md:3: the server said something else");
  }

  @Test
  void failsWhereTheServerSaysNothing() {
    assertThatThrownBy(() -> play(new ScriptedWire(), "< {\"jsonrpc\":\"2.0\",\"id\":1}\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("page.md:3: the server did not say it");
  }

  @Test
  void failsWhereTheServerSaysMore() {
    var wire = new ScriptedWire("{\"jsonrpc\":\"2.0\",\"method\":\"typing\",\"params\":{}}", END);

    assertThatThrownBy(() -> play(wire, "> {}\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("messi: the server said more than the document");
  }

  @Test
  void takesNewsOfWhoIsThereFromAmongOthers() throws IOException {
    var wire =
        new ScriptedWire(
            "{\"jsonrpc\":\"2.0\",\"method\":\"presence\",\"params\":{\"users\":[{}],\"complete\":true}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"presence\",\"params\":{\"users\":[{},{\"since\":3}],\"complete\":true}}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":3}",
            END);

    play(
        wire,
        """
        < {"jsonrpc":"2.0","method":"presence","params":{"users":[{"since":N1}],"complete":true}}
        < {"jsonrpc":"2.0","id":1,"result":N1}
        """);

    assertThat(wire.said).isEmpty();
  }

  private static void play(Wire wire, String lines) throws IOException {
    var dialogue = Dialogue.parse("page.md", "```dialogue\n@ messi\n" + lines + "```\n");
    DialogueRunner.run(dialogue, () -> wire, () -> {}, Map.of("I1", "ABC"));
  }

  /// Says what it was told to, whatever it hears.
  private static final class ScriptedWire implements Wire {
    private final Queue<String> said;
    private final List<String> sent = new ArrayList<>();

    ScriptedWire(String... said) {
      this.said = new ArrayDeque<>(List.of(said));
    }

    @Override
    public void send(byte[] bytes) {
      sent.add(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public String receive() throws IOException {
      var next = said.poll();
      if (next == null) {
        throw new EOFException("no more");
      }
      return new String(next.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {}
  }
}
