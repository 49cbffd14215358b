package kabar.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TextLinesTest {

  @Test
  void comeSomeAtATimeUntilTheEnd() throws IOException {
    var lines = lines("a\n\né".getBytes(UTF_8));

    assertThat(lines.next()).containsExactly("a", "", "é");
    assertThat(lines.read()).isEqualTo(5);
    assertThat(lines.next()).isEmpty();

    var many = lines("x\n".repeat(250).getBytes(UTF_8));
    assertThat(many.next()).hasSize(200);
    assertThat(many.next()).hasSize(50);
    assertThat(many.next()).isEmpty();
  }

  @Test
  void refuseWhatIsNoText() {
    assertThatThrownBy(() -> lines(new byte[] {(byte) 0xe9}).next())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not in UTF-8");
    assertThatThrownBy(() -> lines(new byte[2_000_000]).next())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("longer than 1048576 bytes");
  }

  private static TextLines lines(byte[] bytes) {
    return new TextLines(new ByteArrayInputStream(bytes), bytes.length);
  }
}
