package kabar.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// The file with the session: four lines of text, each a word and its value.
record SessionFile(Folder folder) {
  private static final String NAME = "session";
  private static final Pattern FORM =
      Pattern.compile(
          "kabar-session 1\nserver (\\S{1,1000})\nuser (\\S{1,100})\ntoken (\\S{1,200})\n");

  static SessionFile in(Folder folder) {
    return new SessionFile(folder);
  }

  Optional<KeptSession> read() throws ProfileException {
    var content = folder.read(NAME);
    return content.isEmpty()
        ? Optional.empty()
        : Optional.of(parsed(new String(content.get(), UTF_8)));
  }

  void write(KeptSession session) throws ProfileException {
    var text =
        "kabar-session 1\nserver %s\nuser %s\ntoken %s\n"
            .formatted(session.server(), session.user(), session.token());
    folder.replace(NAME, text.getBytes(UTF_8));
  }

  void remove() throws ProfileException {
    folder.remove(NAME);
  }

  /// The content itself is not told: it has the token in it.
  private KeptSession parsed(String text) throws ProfileException {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw damaged();
    }
    try {
      return new KeptSession(URI.create(matcher.group(1)), matcher.group(2), matcher.group(3));
    } catch (IllegalArgumentException _) {
      throw damaged();
    }
  }

  private ProfileException damaged() {
    return new ProfileException(
        "%s: cannot be read as a session (expected the lines kabar-session, server, user and token;"
                .formatted(folder.place(NAME))
            + " remove it and log in again)");
  }
}
