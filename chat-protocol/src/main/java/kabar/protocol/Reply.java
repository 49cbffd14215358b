package kabar.protocol;

import java.time.Duration;
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

  /// A part of a conversation, oldest first.
  ///
  /// @param notes both sides' messages
  /// @param more whether there are further ones in the direction that was asked for
  record History(List<Note> notes, boolean more) implements Reply {
    public History {
      notes = List.copyOf(notes);
    }
  }

  /// The conversations of one user, the one with the newest message first.
  ///
  /// @param more whether there are further ones, with older messages
  record Conversations(List<Talk> talks, boolean more) implements Reply {
    public Conversations {
      talks = List.copyOf(talks);
    }
  }

  /// A conversation was read up to a message.
  ///
  /// @param upTo the id of the newest message that was read, which may be a newer one than was told
  record Marked(String with, long upTo) implements Reply {}

  /// It is done, and there is nothing to tell.
  record Done() implements Reply {}

  /// The session was ended.
  record LoggedOut(Profile profile) implements Reply {}

  /// The command was not carried out, for a reason that its sender can know.
  ///
  /// @param detail a sentence for people, empty where the reason says it all
  /// @param retryAfter how long to wait before the same is worth another try: above zero if, and
  ///     only if, the reason is {@link Reason#TOO_FAST}
  record Refused(Reason reason, String detail, Duration retryAfter) implements Reply {
    public Refused {
      if (retryAfter.isPositive() != (reason == Reason.TOO_FAST)) {
        throw new IllegalArgumentException(
            "retryAfter: cannot use %s with %s".formatted(retryAfter, reason));
      }
    }

    /// A refusal for any reason but that it was too fast.
    public Refused(Reason reason, String detail) {
      this(reason, detail, Duration.ZERO);
    }

    /// A refusal whose reason says it all.
    public static Refused because(Reason reason) {
      return new Refused(reason, "");
    }

    /// A refusal of something that may be tried again after a while, above zero.
    public static Refused tooFast(Duration retryAfter) {
      return new Refused(Reason.TOO_FAST, "", retryAfter);
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

  /// A message as either side of its conversation sees it.
  ///
  /// @param key the sender's own name for it, empty if there is none or somebody else sent it
  record Note(long id, String from, String to, String text, String key, Instant at) {}

  /// A conversation as one side sees it.
  ///
  /// @param with the other side
  /// @param last its newest message
  /// @param unread how many messages of the other side are newer than the marker
  /// @param marker the id of the newest message that was read, 0 before anything was
  record Talk(Profile with, Note last, long unread, long marker) {}
}
