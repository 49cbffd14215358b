package kabar.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import kabar.server.control.RefusedException;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  @Test
  void isTheFirstLineOfTheInput() throws IOException {
    assertThat(Passwords.firstLine(input("bumbu rahasia\n"))).isEqualTo("bumbu rahasia");
    assertThat(Passwords.firstLine(input("é😀 \r\nmore"))).isEqualTo("é😀 ");
    assertThat(Passwords.firstLine(input("without end"))).isEqualTo("without end");
  }

  @Test
  void refusesAnInputWithoutOne() {
    assertThatThrownBy(() -> Passwords.firstLine(input("")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("expected one line of input");
    assertThatThrownBy(() -> Passwords.firstLine(input("\nsecond")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void refusesWhatIsNoTextWithoutQuotingIt() {
    var latin = new ByteArrayInputStream("rahasi\u00e9".getBytes(ISO_8859_1));

    assertThatThrownBy(() -> Passwords.firstLine(latin))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("not in UTF-8")
        .hasMessageNotContaining("rahasi");
    assertThatThrownBy(() -> Passwords.firstLine(input("x".repeat(5_000))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("longer than 4096 bytes");
  }

  private static ByteArrayInputStream input(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
