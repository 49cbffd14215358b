package kabar.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TextRequestTest {

  @Test
  void endsLikeThoseOfTheOriginalClients() {
    var request = TextRequest.of(new Command.Send("token", "messi", "hai, apa kabar?", ""));

    assertThat(request).isEqualTo("send token messi hai, apa kabar? \r\n");
  }

  @Test
  void keepsThePlaceOfAnEmptyText() {
    var request = TextRequest.of(new Command.Send("token", "messi", "", ""));

    assertThat(request).isEqualTo("send token messi  \r\n");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isReadByAServerAsItWasMeant(Command command) {
    var line = TextRequest.of(command).getBytes(StandardCharsets.UTF_8);

    var read = new TextCodec(TextDialect.of(LogoutForm.CHAT)).decode(ByteBuffer.wrap(line));

    assertThat(read.command()).isEqualTo(command);
  }

  @Test
  void cannotAskForWhatNobodyCouldRead() {
    var malformed = new Command.Malformed("send", Reason.MISSING_PARAMETER);

    assertThatThrownBy(() -> TextRequest.of(malformed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static Stream<Command> commands() {
    return Stream.of(
        new Command.Login("messi", "surabaya"),
        new Command.Login("", "surabaya"),
        new Command.Send("token", "messi", "two  spaces, café 👋", ""),
        new Command.Send("token", "messi", "", ""),
        new Command.Inbox("token"),
        new Command.Users("token"),
        new Command.Online("token"),
        new Command.Logout("token"));
  }
}
