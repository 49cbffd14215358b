package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import kabar.api.SettingsException;
import kabar.protocol.LogoutForm;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenUrlTest {

  @Test
  void speaksTheDialectItNames() {
    assertThat(parse("tcp://localhost:8889?dialect=chatbox").logoutForm())
        .isEqualTo(LogoutForm.CHATBOX);
    assertThat(
            ListenUrl.parse("tcp://localhost:8889?dialect=chat", LogoutForm.CHATBOX).logoutForm())
        .isEqualTo(LogoutForm.CHAT);
  }

  @Test
  void speaksTheDefaultDialectWhereItNamesNone() {
    assertThat(parse("tcp://localhost:8889").logoutForm()).isEqualTo(LogoutForm.CHAT);
    assertThat(ListenUrl.parse("tcp://localhost:8889", LogoutForm.CHATBOX).logoutForm())
        .isEqualTo(LogoutForm.CHATBOX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp://localhost:8889", "tcp://[::1]:0", "tls://chat.example.org:443"})
  void hidesItsQueryFromTheTransport(String address) {
    assertThat(parse(address + "?dialect=chat").address()).isEqualTo(URI.create(address));
  }

  @Test
  void mayBeAPathInsteadOfAHost() {
    var url = parse("unix:///run/kabar.sock?dialect=chatbox");

    assertThat(url.address()).hasToString("unix:///run/kabar.sock");
    assertThat(url.transport()).isEqualTo("unix");
    assertThat(url.logoutForm()).isEqualTo(LogoutForm.CHATBOX);
  }

  @Test
  void namesTheTransport() {
    assertThat(parse("loopback://localhost:0").transport()).isEqualTo("loopback");
  }

  @Test
  void leavesWhatItDoesNotKnowToTheTransport() {
    assertThat(parse("tcp://me@localhost:8889/path#fragment").address())
        .isEqualTo(URI.create("tcp://me@localhost:8889/path#fragment"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8889",
        "8889",
        "",
        "tcp:8889",
        "tcp://",
        "tcp:/path",
        "//localhost",
        "a b"
      })
  void refusesWhatIsNoUrlOfAServer(String text) {
    assertRefused(text).contains("tcp://localhost:8889?dialect=chat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp://localhost:65536", "pigeon://[::1]:99999999999?dialect=chat"})
  void refusesAPortOutOfRangeWhateverTheTransport(String text) {
    assertRefused(text).contains("://HOST:PORT with a port of 0..65535");
  }

  @Test
  void refusesADialectThatThereIsNot() {
    assertRefused("tcp://localhost:8889?dialect=Chat").contains("'Chat'", "chat or chatbox");
    assertRefused("tcp://localhost:8889?dialect=").contains("chat or chatbox");
  }

  @Test
  void refusesAQuestionItDoesNotKnowAndSaysWhatWasMeant() {
    assertRefused("tcp://localhost:8889?dialekt=chat").contains("dialekt", "did you mean dialect?");
    assertRefused("tcp://localhost:8889?dialect=chat&loops=2").contains("loops");
  }

  @Test
  void refusesAQuestionThatIsAskedTwice() {
    assertRefused("tcp://localhost:8889?dialect=chat&dialect=chatbox").contains("dialect", "twice");
  }

  private static ListenUrl parse(String text) {
    return ListenUrl.parse(text, LogoutForm.CHAT);
  }

  /// The message, which names the URL.
  private static AbstractStringAssert<?> assertRefused(String text) {
    return assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> parse(text))
        .extracting(Exception::getMessage, InstanceOfAssertFactories.STRING)
        .startsWith("listen: cannot use '%s'".formatted(text));
  }
}
