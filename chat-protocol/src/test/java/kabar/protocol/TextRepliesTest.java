package kabar.protocol;

import static kabar.protocol.Wire.HENDERSON;
import static kabar.protocol.Wire.LINEKER;
import static kabar.protocol.Wire.MESSI;
import static kabar.protocol.Wire.SENT;
import static kabar.protocol.Wire.TOKEN;
import static kabar.protocol.Wire.answer;
import static kabar.protocol.Wire.codec;
import static kabar.protocol.Wire.letter;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kabar.protocol.Command.Inbox;
import kabar.protocol.Command.Login;
import kabar.protocol.Command.Logout;
import kabar.protocol.Command.Malformed;
import kabar.protocol.Command.Online;
import kabar.protocol.Command.Send;
import kabar.protocol.Command.Users;
import kabar.protocol.Reply.Refused;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextRepliesTest {
  private static final Login LOGIN = new Login("messi", "surabaya");
  private static final Send SEND = new Send(TOKEN, "henderson", "hey", "");

  @Nested
  class ASuccess {

    @Test
    void endsWithAnEmptyLine() {
      var payload = codec().encode(new Request(SEND, ""), SENT);

      assertThat(Wire.text(payload))
          .isEqualTo("{\"status\": \"OK\", \"message\": \"Message Sent\"}\r\n\r\n");
    }

    @Test
    void ofAuthCarriesTheToken() {
      assertThat(answer(LOGIN, new Reply.LoggedIn(TOKEN, MESSI, "a-1")))
          .isEqualTo(
              """
              {"status": "OK", "tokenid": "c0ffee00-1234-4abc-8def-0123456789ab"}""");
    }

    @Test
    void ofAnEmptyInboxIsAnEmptyObject() {
      assertThat(answer(new Inbox(TOKEN), new Reply.Inbox(List.of())))
          .isEqualTo(
              """
              {"status": "OK", "messages": {}}""");
    }

    @Test
    void ofInboxShowsATextBetweenASpaceAndALineEnd() {
      var letters = List.of(letter(MESSI, HENDERSON, "hey"));

      assertThat(answer(new Inbox(TOKEN), new Reply.Inbox(letters)))
          .isEqualTo(
              """
              {"status": "OK", "messages": {"messi": [{"msg_from": "Lionel Messi", \
              "msg_to": "Jordan Henderson", "msg": " hey \\r\\n"}]}}""");
    }

    @Test
    void ofInboxGroupsBySenderInTheOrderOfTheirFirstMessage() {
      var letters =
          List.of(
              letter(LINEKER, MESSI, "1"),
              letter(HENDERSON, MESSI, "2"),
              letter(LINEKER, MESSI, ""));

      assertThat(answer(new Inbox(TOKEN), new Reply.Inbox(letters)))
          .isEqualTo(
              """
              {"status": "OK", "messages": {"lineker": [\
              {"msg_from": "Gary Lineker", "msg_to": "Lionel Messi", "msg": " 1 \\r\\n"}, \
              {"msg_from": "Gary Lineker", "msg_to": "Lionel Messi", "msg": "  \\r\\n"}], \
              "henderson": [\
              {"msg_from": "Jordan Henderson", "msg_to": "Lionel Messi", "msg": " 2 \\r\\n"}]}}""");
    }

    @Test
    void ofUsersNamesEveryone() {
      assertThat(answer(new Users(TOKEN), new Reply.Users(List.of(MESSI, HENDERSON))))
          .isEqualTo(
              """
              {"status": "OK", "messages": ["messi [Lionel Messi]", \
              "henderson [Jordan Henderson]"]}""");
    }

    @Test
    void ofOnlineDescribesEveryone() {
      var quiet = new Profile("quiet", "Quiet", "");

      assertThat(answer(new Online(TOKEN), new Reply.Online(List.of(MESSI, quiet))))
          .isEqualTo(
              """
              {"status": "OK", "users": [{"username": "messi", \
              "userdetail": {"nama": "Lionel Messi", "negara": "Argentina"}}, \
              {"username": "quiet", "userdetail": {"nama": "Quiet", "negara": ""}}]}""");
    }

    @Test
    void ofUsersOrOnlineMayNameNobody() {
      assertThat(answer(new Users(TOKEN), new Reply.Users(List.of())))
          .isEqualTo(
              """
              {"status": "OK", "messages": []}""");
      assertThat(answer(new Online(TOKEN), new Reply.Online(List.of())))
          .isEqualTo(
              """
              {"status": "OK", "users": []}""");
    }

    @Test
    void ofLogoutSaysWhoInTheFormOfChat() {
      assertThat(answer(codec(LogoutForm.CHAT), new Logout(TOKEN), new Reply.LoggedOut(MESSI)))
          .isEqualTo(
              """
              {"status": "OK", "messages": "LOGGING OUT: messi [Lionel Messi]", "tokenid": ""}""");
    }

    @Test
    void ofLogoutIsBareInTheFormOfChatbox() {
      assertThat(answer(codec(LogoutForm.CHATBOX), new Logout(TOKEN), new Reply.LoggedOut(MESSI)))
          .isEqualTo(
              """
              {"status": "OK"}""");
    }
  }

  @Nested
  class AFailure {

    @ParameterizedTest
    @CsvSource({
      "FOREIGN_PROTOCOL, **Protocol Tidak Benar",
      "LINE_TOO_LONG, Permintaan Terlalu Panjang",
      "NOT_UTF8, Bukan UTF-8",
      "UNKNOWN_COMMAND, **Protocol Tidak Benar",
      "MISSING_PARAMETER, --Protocol Tidak Benar",
      "LOGIN_REQUIRED, Session Tidak Ditemukan",
      "BAD_CREDENTIALS, Password Salah",
      "NAME_TAKEN, Kesalahan Server",
      "NOT_ALLOWED, Tidak Diizinkan",
      "TOO_LARGE, Pesan Terlalu Panjang",
      "REPLY_TOO_LONG, 'Jawaban Terlalu Panjang, Pakai Koneksi Stream'",
      "UNAVAILABLE, Server Sedang Sibuk",
      "CONFLICT, Kesalahan Server"
    })
    void hasATextForItsReason(Reason reason, String text) {
      assertThat(answer(SEND, Refused.because(reason))).isEqualTo(error(text));
    }

    @Test
    void tellsAnUnknownUserByTheCommand() {
      var refused = Refused.because(Reason.UNKNOWN_USER);

      assertThat(answer(LOGIN, refused)).isEqualTo(error("User Tidak Ada"));
      assertThat(answer(SEND, refused)).isEqualTo(error("User Tidak Ditemukan"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1000, 1", "1001, 2", "16001, 17", "60000, 60"})
    void saysHowManySecondsToWaitRoundedUp(long millis, String seconds) {
      assertThat(answer(LOGIN, Refused.tooFast(Duration.ofMillis(millis))))
          .isEqualTo(error("Terlalu Cepat, Coba Lagi " + seconds + " Detik"));
    }

    @Test
    void keepsABugsLogIdToItself() {
      assertThat(answer(LOGIN, new Reply.Failed("e-42"))).isEqualTo(error("Kesalahan Server"));
    }

    @ParameterizedTest
    @EnumSource
    void neverLacksItsMessage(Reason reason) {
      var malformed = new Malformed("unknown", reason);

      var wait = reason == Reason.TOO_FAST ? Duration.ofSeconds(5) : Duration.ZERO;

      assertThat(answer(malformed, new Refused(reason, "", wait)))
          .startsWith("{\"status\": \"ERROR\", \"message\": \"")
          .endsWith("\"}");
    }

    /// Nothing longer goes to an address that nobody has proven.
    @ParameterizedTest
    @EnumSource
    void fitsInto128Bytes(Reason reason) {
      var wait = reason == Reason.TOO_FAST ? Duration.ofDays(365) : Duration.ZERO;

      assertThat(answer(SEND, new Refused(reason, "", wait)).length())
          .isLessThanOrEqualTo(128 - "\r\n\r\n".length());
    }

    private static String error(String text) {
      return "{\"status\": \"ERROR\", \"message\": \"" + text + "\"}";
    }
  }
}
