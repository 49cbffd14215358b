package kabar.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogoutFormTest {

  @Test
  void hasTheNamesOfTheOriginalPrograms() {
    assertThat(LogoutForm.parse("chat")).contains(LogoutForm.CHAT);
    assertThat(LogoutForm.parse("chatbox")).contains(LogoutForm.CHATBOX);
  }

  @Test
  void hasNoOtherNames() {
    assertThat(LogoutForm.parse("Chat")).isEmpty();
    assertThat(LogoutForm.parse("")).isEmpty();
  }
}
