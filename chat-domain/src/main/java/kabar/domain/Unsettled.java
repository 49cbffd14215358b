package kabar.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kabar.protocol.Person;
import kabar.protocol.Profile;

/// Those who may stand otherwise than was told, and how they stood when it was. Guarded by whoever
/// keeps it.
final class Unsettled {
  private final Map<String, Before> befores = new LinkedHashMap<>();
  private boolean isNoting;
  private boolean isLookedAt;

  private record Before(Profile profile, Standing standing) {}

  /// Begins, or ends, with nothing noted.
  void watch(boolean isWatched) {
    if (isWatched != isNoting) {
      befores.clear();
      isNoting = isWatched;
    }
  }

  /// A user is about to change; of several changes the first counts.
  void note(Profile profile, Standing before) {
    if (isNoting) {
      befores.putIfAbsent(profile.user(), new Before(profile, before));
    }
  }

  /// Somebody has seen how users stand in the middle of their changes: they have to hear how these
  /// ended, even if everything is as it was.
  void lookedAt() {
    isLookedAt |= !befores.isEmpty();
  }

  /// Those who stand otherwise now, and forgets them.
  List<Person> settle(Function<Profile, Person> now) {
    var settled = new ArrayList<Person>();
    for (var before : befores.values()) {
      var person = now.apply(before.profile());
      if (isLookedAt || !before.standing().equals(Unsettled.standing(person))) {
        settled.add(person);
      }
    }
    befores.clear();
    isLookedAt = false;
    return settled;
  }

  private static Standing standing(Person person) {
    return new Standing(person.presence(), person.text());
  }
}
