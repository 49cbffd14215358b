package kabar.protocol;

import static kabar.protocol.Reason.MISSING_PARAMETER;
import static kabar.protocol.Reason.UNKNOWN_COMMAND;
import static kabar.protocol.Wire.read;
import static org.assertj.core.api.Assertions.assertThat;

import kabar.protocol.Command.Inbox;
import kabar.protocol.Command.Login;
import kabar.protocol.Command.Logout;
import kabar.protocol.Command.Malformed;
import kabar.protocol.Command.Online;
import kabar.protocol.Command.Send;
import kabar.protocol.Command.Users;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextGrammarTest {

  @Nested
  class EveryVerb {

    @Test
    void authOpensASession() {
      assertThat(read("auth messi surabaya\n")).isEqualTo(new Login("messi", "surabaya"));
    }

    @Test
    void sendCarriesATokenAReceiverAndAText() {
      assertThat(read("send T1 henderson hai, apakabar?\n"))
          .isEqualTo(new Send("T1", "henderson", "hai, apakabar?", ""));
    }

    @Test
    void theOtherVerbsCarryAToken() {
      assertThat(read("inbox T1\n")).isEqualTo(new Inbox("T1"));
      assertThat(read("users T1\n")).isEqualTo(new Users("T1"));
      assertThat(read("online T1\n")).isEqualTo(new Online("T1"));
      assertThat(read("logout T1\n")).isEqualTo(new Logout("T1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH messi surabaya", "Inbox T1", "register a b", "help", "auths a b"})
    void anyOtherVerbIsUnknown(String line) {
      assertThat(read(line + "\n")).isEqualTo(new Malformed("unknown", UNKNOWN_COMMAND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", " \r\n", "   \r\n", " auth messi surabaya\r\n"})
    void anEmptyVerbIsUnknown(String line) {
      assertThat(read(line)).isEqualTo(new Malformed("unknown", UNKNOWN_COMMAND));
    }
  }

  @Nested
  class TheLineEnd {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", " \n", " \r\n", "", " "})
    void isNoPartOfTheLastParameter(String end) {
      assertThat(read("inbox T1" + end)).isEqualTo(new Inbox("T1"));
    }

    @Test
    void takesOneSpaceWithIt() {
      assertThat(read("auth messi \r\n")).isEqualTo(new Malformed("auth", MISSING_PARAMETER));
    }

    @Test
    void takesNoSecondSpaceWithIt() {
      assertThat(read("auth messi  \r\n")).isEqualTo(new Login("messi", ""));
    }

    @Test
    void takesNoSecondCarriageReturnWithIt() {
      assertThat(read("auth messi \r\r\n")).isEqualTo(new Login("messi", ""));
    }
  }

  @Nested
  class Parameters {

    @ParameterizedTest
    @ValueSource(strings = {"auth", "auth messi", "send", "send T1", "inbox", "users", "online"})
    void thatAreMissingAreToldWithTheVerb(String line) {
      var verb = line.split(" ", 2)[0];

      assertThat(read(line + " \r\n")).isEqualTo(new Malformed(verb, MISSING_PARAMETER));
      assertThat(read(line + "\n")).isEqualTo(new Malformed(verb, MISSING_PARAMETER));
    }

    @Test
    void thatAreMissingAreToldForLogoutToo() {
      assertThat(read("logout\n")).isEqualTo(new Malformed("logout", MISSING_PARAMETER));
    }

    @Test
    void thatAreEmptyArePresent() {
      assertThat(read("auth  messi surabaya\n")).isEqualTo(new Login("", "messi"));
      assertThat(read("auth  \r\n")).isEqualTo(new Malformed("auth", MISSING_PARAMETER));
      assertThat(read("auth   \r\n")).isEqualTo(new Login("", ""));
      assertThat(read("send T1  hey\n")).isEqualTo(new Send("T1", "", "hey", ""));
      assertThat(read("inbox  \n")).isEqualTo(new Inbox(""));
    }

    @Test
    void beyondThoseOfTheVerbAreIgnored() {
      assertThat(read("auth messi surabaya x y z\n")).isEqualTo(new Login("messi", "surabaya"));
      assertThat(read("logout T1 now\n")).isEqualTo(new Logout("T1"));
    }

    @Test
    void areStrippedOfWhiteSpaceThatIsNoSpace() {
      assertThat(read("\tauth\u00A0 \u3000messi\u0085 \u001Fsurabaya\t\r\n"))
          .isEqualTo(new Login("messi", "surabaya"));
      assertThat(read("send \tT1 henderson\u2028 hey\n"))
          .isEqualTo(new Send("T1", "henderson", "hey", ""));
    }

    @Test
    void areSeparatedBySpacesOnly() {
      assertThat(read("auth\tmessi\tsurabaya\n"))
          .isEqualTo(new Malformed("unknown", UNKNOWN_COMMAND));
    }

    @Test
    void keepWhiteSpaceInside() {
      assertThat(read("auth lio\tmessi sura\u00A0baya\n"))
          .isEqualTo(new Login("lio\tmessi", "sura\u00A0baya"));
    }
  }

  @Nested
  class TheText {

    @ParameterizedTest
    @ValueSource(
        strings = {"send T1 messi", "send T1 messi ", "send T1 messi  ", "send T1 messi \t"})
    void mayBeMissingOrBlank(String line) {
      assertThat(read(line + " \r\n")).isEqualTo(new Send("T1", "messi", "", ""));
      assertThat(read(line + "\n")).isEqualTo(new Send("T1", "messi", "", ""));
    }

    @Test
    void losesWhiteSpaceAroundItAndKeepsItInside() {
      assertThat(read("send T1 messi \t two  spaces \u00A0\r\n"))
          .isEqualTo(new Send("T1", "messi", "two  spaces", ""));
    }

    @Test
    void keepsNulAndControlCharacters() {
      assertThat(read("send T1 messi \0a\0\u001Bb\u007F\0\n"))
          .isEqualTo(new Send("T1", "messi", "\0a\0\u001Bb\u007F\0", ""));
    }

    @Test
    void keepsEveryScript() {
      assertThat(read("send T1 messi caf\u00E9 \uD83D\uDC4B \u0645\u0631\u062D\u0628\u0627\n"))
          .isEqualTo(
              new Send("T1", "messi", "caf\u00E9 \uD83D\uDC4B \u0645\u0631\u062D\u0628\u0627", ""));
    }

    @Test
    void mayHoldTheReplacementCharacterAndAByteOrderMark() {
      assertThat(read("send T1 messi \uFFFD\uFEFF\n"))
          .isEqualTo(new Send("T1", "messi", "\uFFFD\uFEFF", ""));
    }
  }
}
