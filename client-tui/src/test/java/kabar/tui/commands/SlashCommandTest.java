package kabar.tui.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The commands of the input line.
final class SlashCommandTest {
  @ParameterizedTest
  @EnumSource(SlashCommand.class)
  void isFoundByItsName(SlashCommand command) {
    assertThat(SlashCommand.parse(command.word())).hasValue(command);
    assertThat(SlashCommand.words()).contains(command.word());
  }

  @Test
  void isFoundInUpperCaseAsWell() {
    assertThat(SlashCommand.parse("/Clear-DRAFT")).hasValue(SlashCommand.CLEAR_DRAFT);
  }

  @Test
  void isNotFoundWithoutItsSlash() {
    assertThat(SlashCommand.parse("quit")).isEmpty();
  }
}
