package kabar.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The answer to one command, free of any dialect.
public sealed interface Reply {

  /// What the server is and can do.
  ///
  /// @param server the program's name
  /// @param node which of the servers of one chat it is
  /// @param limits by name, each a number in the unit that its name ends with
  /// @param methods the methods of the dialect that it was asked in
  record Greeted(
      String server, String version, String node, Map<String, Long> limits, List<String> methods)
      implements Reply {
    public Greeted {
      limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
      methods = List.copyOf(methods);
    }
  }

  /// The server is there.
  ///
  /// @param cursor the newest that the connection was told of, or where the server is if it is told
  ///     of nothing
  record Pong(Instant at, String cursor) implements Reply {}

  /// A session was opened.
  ///
  /// @param token the session's secret, a random UUID of 36 lower-case characters
  /// @param cursor where the server was then
  record LoggedIn(String token, Profile profile, String cursor) implements Reply {
    @Override
    public String toString() {
      return "LoggedIn[user=%s]".formatted(profile.user());
    }
  }

  /// The connection is bound to a session again.
  ///
  /// @param cursor where the server is now
  record Resumed(Profile profile, String cursor) implements Reply {}

  /// The sessions of a user, in the order in which they began.
  record Sessions(List<Device> devices) implements Reply {
    public Sessions {
      devices = List.copyOf(devices);
    }
  }

  /// A message was stored.
  ///
  /// @param id what the server knows it by: opaque text
  record Sent(String id, Instant at) implements Reply {}

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
  record Marked(String with, String upTo) implements Reply {}

  /// Some users, by name.
  ///
  /// @param more whether there are further ones
  record People(List<Person> people, boolean more) implements Reply {
    public People {
      people = List.copyOf(people);
    }
  }

  /// The connection is told of all that happens from now on.
  ///
  /// @param cursor after which that begins
  /// @param isReset whether the cursor that was asked for is of no use: what the client has may be
  ///     incomplete
  record Subscribed(String cursor, boolean isReset) implements Reply {}

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
  record Note(String id, String from, String to, String text, String key, Instant at) {}

  /// A conversation as one side sees it.
  ///
  /// @param with the other side
  /// @param last its newest message
  /// @param unread how many messages of the other side are newer than the marker
  /// @param marker the id of the newest message that was read, empty before anything was
  record Talk(Profile with, Note last, long unread, String marker) {}

  /// A session as its user sees it.
  ///
  /// @param session its id, which is no secret
  /// @param device what its user calls the device, empty if not told
  /// @param transport the name of the transport that it was last used over
  /// @param address where its peer was then
  /// @param isCurrent whether the list was asked for in it
  record Device(
      String session,
      String device,
      String transport,
      String address,
      Instant createdAt,
      Instant lastSeenAt,
      boolean isCurrent) {}
}
