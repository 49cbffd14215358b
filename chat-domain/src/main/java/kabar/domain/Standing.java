package kabar.domain;

import java.time.Instant;
import kabar.protocol.Availability;
import kabar.protocol.Person;
import kabar.protocol.Profile;

/// How a user stands towards others: there or not, and what they say about it.
///
/// @param text empty for nothing
record Standing(Availability presence, String text) {
  static final Standing ONLINE = new Standing(Availability.ONLINE, "");
  static final Standing OFFLINE = new Standing(Availability.OFFLINE, "");

  Person person(Profile profile, Instant since) {
    return new Person(profile, presence, text, since);
  }
}
