package kabar.protocol;

import java.time.Instant;
import java.util.List;

/// The answer to one command, free of any dialect.
public sealed interface Reply {

  /// A session was opened.
  ///
  /// @param token the session's secret, a random UUID of 36 lower-case characters
  record LoggedIn(String token, Profile profile) implements Reply {
    @Override
    public String toString() {
      return "LoggedIn[user=%s]".formatted(profile.user());
    }
  }

  /// A message was stored.
  record Sent(long id, Instant at) implements Reply {}

  /// Messages to one user, oldest first.
  record Inbox(List<Letter> letters) implements Reply {
    public Inbox {
      letters = List.copyOf(letters);
    }
  }

  /// Everybody online, in the order in which they came online.
  record Users(List<Profile> profiles) implements Reply {
    public Users {
      profiles = List.copyOf(profiles);
    }
  }

  /// Everybody online but the one who asked, in the order in which they came online.
  record Online(List<Profile> profiles) implements Reply {
    public Online {
      profiles = List.copyOf(profiles);
    }
  }

  /// The session was ended.
  record LoggedOut(Profile profile) implements Reply {}

  /// The command was not carried out, for a reason that its sender can know.
  ///
  /// @param detail a sentence for people, empty where the reason says it all
  record Refused(Reason reason, String detail) implements Reply {

    /// A refusal whose reason says it all.
    public static Refused because(Reason reason) {
      return new Refused(reason, "");
    }
  }

  /// The command met a bug of ours.
  ///
  /// @param logId under which the log tells more
  record Failed(String logId) implements Reply {}

  /// A message as its receiver sees it.
  ///
  /// @param from who sent it
  /// @param to who received it
  record Letter(Profile from, Profile to, String text) {}
}
