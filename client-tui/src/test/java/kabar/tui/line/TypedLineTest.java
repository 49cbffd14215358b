package kabar.tui.line;

import static org.assertj.core.api.Assertions.assertThat;

import kabar.protocol.Command;
import kabar.protocol.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedLineTest {

  @Test
  void namesAndPasswordsLoseWhiteSpaceAtTheirEnds() {
    assertThat(parse("auth\t \u00a0messi\u2003 \u0085surabaya\t"))
        .isEqualTo(new Command.Login("messi", "surabaya"));
  }

  @Test
  void twoSpacesEncloseAnEmptyWord() {
    assertThat(parse("auth  surabaya")).isEqualTo(new Command.Login("", "surabaya"));
    assertThat(parse("auth messi ")).isEqualTo(new Command.Login("messi", ""));
    assertThat(parse("send  messi hey")).isEqualTo(new Command.Send("token", "", "messi hey", ""));
  }

  @Test
  void aTextIsKeptAsItIsAndMayBeMissing() {
    assertThat(parse("send messi  two  spaces "))
        .isEqualTo(new Command.Send("token", "messi", " two  spaces ", ""));
    assertThat(parse("send messi")).isEqualTo(new Command.Send("token", "messi", "", ""));
  }

  @Test
  void whatAVerbDoesNotKnowIsIgnored() {
    assertThat(parse("auth messi surabaya x y")).isEqualTo(new Command.Login("messi", "surabaya"));
    assertThat(parse("inbox x y")).isEqualTo(new Command.Inbox("token"));
    assertThat(parse("logout x")).isEqualTo(new Command.Logout("token"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth", "auth ", "auth messi", "send"})
  void aMissingParameterIsNoticed(String line) {
    assertThat(parse(line))
        .isEqualTo(new Command.Malformed(line.split(" ", 2)[0], Reason.MISSING_PARAMETER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "hey", "AUTH messi surabaya", " auth messi surabaya", "users,"})
  void anUnknownVerbIsNoticed(String line) {
    assertThat(parse(line)).isEqualTo(new Command.Malformed("unknown", Reason.UNKNOWN_COMMAND));
  }

  private static Command parse(String line) {
    return TypedLine.parse(line, "token");
  }
}
