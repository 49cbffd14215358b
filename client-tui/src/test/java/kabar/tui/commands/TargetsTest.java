package kabar.tui.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kabar.protocol.Availability;
import kabar.protocol.Person;
import kabar.protocol.Profile;
import kabar.protocol.Reply;
import kabar.tui.state.Lists;
import org.junit.jupiter.api.Test;

/// What "go to anything" finds.
final class TargetsTest {
  private static final Instant NOW = Instant.EPOCH;
  private static final Lists LISTS =
      new Lists(
          List.of(talk("messi", "Leo"), talk("henderson", "Jordan")),
          true,
          List.of(),
          List.of(person("henderson", "Jordan"), person("lineker", "Gary"), person("leo", "Me")),
          Map.of());

  @Test
  void listsConversationsAndThenOtherPeople() {
    assertThat(find(""))
        .containsExactly(
            new Target.Open("messi"), new Target.Open("henderson"), new Target.Open("lineker"));
  }

  @Test
  void findsByBothNames() {
    assertThat(find("end")).containsExactly(new Target.Open("henderson"));
    assertThat(find("GARY")).containsExactly(new Target.Open("lineker"));
  }

  @Test
  void findsPeopleAloneAfterTheirSign() {
    assertThat(find("@")).containsExactly(new Target.Open("henderson"), new Target.Open("lineker"));
  }

  @Test
  void doesNotSendAnybodyToThemselves() {
    assertThat(find("leo")).containsExactly(new Target.Open("messi"));
    assertThat(find("@leo")).isEmpty();
  }

  @Test
  void findsCommandsAfterTheirSign() {
    assertThat(find("> re"))
        .contains(new Target.Run(SlashCommand.RETRY), new Target.Run(SlashCommand.READ))
        .doesNotContain(new Target.Run(SlashCommand.QUIT));
  }

  @Test
  void searchesAfterASlash() {
    assertThat(find("/ notes")).containsExactly(new Target.Find("notes"));
    assertThat(find("/")).isEmpty();
  }

  @Test
  void findsNothingElse() {
    assertThat(find("nobody")).isEmpty();
  }

  private static List<Target> find(String query) {
    return Targets.of(LISTS, "leo", query);
  }

  private static Person person(String user, String name) {
    return new Person(new Profile(user, name, ""), Availability.ONLINE, "", NOW);
  }

  private static Reply.Talk talk(String user, String name) {
    return new Reply.Talk(
        new Profile(user, name, ""), new Reply.Note("1", user, "coach", "hi", "", NOW), 0, "");
  }
}
