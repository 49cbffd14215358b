package kabar.tui.commands;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kabar.protocol.Person;
import kabar.protocol.Profile;
import kabar.protocol.Reply;
import kabar.tui.state.Lists;

/// What fits what was written at "go to anything".
public final class Targets {
  private Targets() {}

  /// After `>` commands, after `@` people, after `/` a search; else conversations, then other
  /// people. Who asks is not among the people.
  ///
  /// @param me the name of who asks, empty before it is known
  public static List<Target> of(Lists lists, String me, String query) {
    var rest = query.isEmpty() ? "" : query.substring(1).strip();
    return switch (query.isEmpty() ? ' ' : query.charAt(0)) {
      case '>' -> commands(rest);
      case '@' -> opened(others(lists, me), rest);
      case '/' -> rest.isEmpty() ? List.of() : List.of(new Target.Find(rest));
      default -> opened(Stream.concat(partners(lists), others(lists, me)), query.strip());
    };
  }

  private static List<Target> commands(String part) {
    var wanted = part.toLowerCase(Locale.ROOT);
    return Stream.of(SlashCommand.values())
        .filter(command -> command.word().contains(wanted))
        .<Target>map(Target.Run::new)
        .toList();
  }

  private static List<Target> opened(Stream<Profile> profiles, String part) {
    var wanted = part.toLowerCase(Locale.ROOT);
    return profiles
        .filter(profile -> hasName(profile, wanted))
        .map(Profile::user)
        .distinct()
        .<Target>map(Target.Open::new)
        .toList();
  }

  private static boolean hasName(Profile profile, String part) {
    return profile.user().contains(part)
        || profile.displayName().toLowerCase(Locale.ROOT).contains(part);
  }

  private static Stream<Profile> partners(Lists lists) {
    return lists.talks().stream().map(Reply.Talk::with);
  }

  private static Stream<Profile> others(Lists lists, String me) {
    return lists.people().stream()
        .map(Person::profile)
        .filter(profile -> !profile.user().equals(me));
  }
}
