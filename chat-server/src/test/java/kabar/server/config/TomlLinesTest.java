package kabar.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TomlLinesTest {
  private static final TomlLines LINES =
      TomlLines.of(
          """
          # [limits]
          first = 1 # second = 2
          listen = [ # [limits]
            "a", # "
            'b # ]',
          ]
          third = \"""
          limits = 1
          \\\"""
          [limits]\"""\"

          [limits]   # one
          connections = 3\r
            login . "quoted key" = '''
          [stop]''''
          inline = { a = 1, b = { c = [ 2 ] } }
          [[ transport . "x.y" ]]
          loops = 7""");

  @Test
  void knowsWhereValuesBegin() {
    assertThat(LINES.line("first")).isEqualTo(2);
    assertThat(LINES.line("listen")).isEqualTo(3);
    assertThat(LINES.line("third")).isEqualTo(7);
    assertThat(LINES.line("limits.connections")).isEqualTo(13);
    assertThat(LINES.line("limits.login.quoted key")).isEqualTo(14);
    assertThat(LINES.line("transport.x.y.loops")).isEqualTo(18);
  }

  @Test
  void knowsWhereTablesBegin() {
    assertThat(LINES.line("limits")).isEqualTo(12);
    assertThat(LINES.line("transport.x.y")).isEqualTo(17);
  }

  @Test
  void saysOfWhatIsInsideAValueWhereThatBegins() {
    assertThat(LINES.line("limits.inline.b.c")).isEqualTo(16);
  }

  @Test
  void saysTheFirstLineOfWhatIsNowhere() {
    assertThat(LINES.line("nowhere")).isEqualTo(1);
    assertThat(TomlLines.of("").line("nowhere")).isEqualTo(1);
  }
}
