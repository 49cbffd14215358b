package kabar.tui;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import kabar.api.SettingsException;
import kabar.client.Destination;
import kabar.client.Introduction;
import kabar.client.KeptSession;
import kabar.client.ProfileException;
import kabar.client.ProfileFolder;
import kabar.client.Timing;
import kabar.tui.print.Printer;
import kabar.tui.print.Rows;
import kabar.tui.profile.ConfigFile;
import kabar.tui.profile.ConfigKey;
import kabar.tui.profile.Places;
import kabar.tui.profile.ProfileName;
import kabar.tui.words.Phrase;
import kabar.tui.words.Sentences;

/// One run of a command: with which profile, in which language, and where it prints.
///
/// @param profile its name
/// @param timeout how long an answer may take
record Errand(
    Surroundings surroundings,
    Places places,
    ConfigFile config,
    String profile,
    Sentences sentences,
    Duration timeout,
    Printer printer) {
  static final String DEFAULT_URL = "tcp://localhost:8889";

  /// A phrase in the language of the user.
  String say(Phrase phrase, Object... arguments) {
    return sentences.say(phrase, arguments);
  }

  /// Tables in the language of the user.
  Rows rows() {
    return new Rows(sentences, surroundings.zone());
  }

  /// The profile's folder, made if it is missing.
  ///
  /// @throws ProfileException if it cannot be used, or others may look into it
  ProfileFolder folder() throws ProfileException {
    return ProfileFolder.open(path());
  }

  /// Where the profile's folder is.
  Path path() {
    return places.profile(profile);
  }

  /// The session that the profile keeps, empty if there is none.
  ///
  /// @throws ProfileException if its file cannot be used
  Optional<KeptSession> keptSession() throws ProfileException {
    return Files.isDirectory(path()) ? folder().session() : Optional.empty();
  }

  /// The session that the profile keeps.
  ///
  /// @throws NotDoneException if there is none
  /// @throws ProfileException if its file cannot be used
  KeptSession session() throws NotDoneException, ProfileException {
    var kept = keptSession();
    if (kept.isEmpty()) {
      throw new NotDoneException(ExitCode.NOT_LOGGED_IN, noSession());
    }
    return kept.get();
  }

  /// The server to log in at: the one that is named, or that of the last session, or that of the
  /// configuration, or one on this machine.
  ///
  /// @param named empty if none is
  /// @throws SettingsException if what is named is no URL
  URI server(String named) throws ProfileException {
    if (!named.isEmpty()) {
      return url(named);
    }
    var kept = keptSession();
    return kept.isPresent()
        ? kept.get().server()
        : URI.create(config.value(new ConfigKey(profile, "url")).orElse(DEFAULT_URL));
  }

  /// The user to log in as: that of the last session, or that of the configuration; empty if
  /// neither is there.
  Optional<String> usualUser() throws ProfileException {
    return keptSession()
        .map(KeptSession::user)
        .or(() -> config.value(new ConfigKey(profile, "user")));
  }

  /// Whether something is switched on in the configuration.
  ///
  /// @param otherwise if it says nothing
  boolean isSwitchedOn(String name, boolean otherwise) {
    return config.value(new ConfigKey("", name)).map("on"::equals).orElse(otherwise);
  }

  Destination destination(URI server) {
    return new Destination(server, surroundings.transports().get());
  }

  /// The same with files elsewhere.
  Errand elsewhere(Path state) {
    var other = new Places(places.config(), state);
    return new Errand(surroundings, other, config, profile, sentences, timeout, printer);
  }

  /// The same with another patience for answers.
  Errand within(Duration other) {
    return new Errand(surroundings, places, config, profile, sentences, other, printer);
  }

  /// What a server is told of this program.
  ///
  /// @param device what the user calls this device
  Introduction introduction(String device) {
    return new Introduction(Kabar.version(), sentences.language().tag(), device);
  }

  Timing timing() {
    var usual = Timing.DEFAULT;
    return new Timing(
        timeout,
        usual.silence(),
        usual.pulse(),
        usual.firstPause(),
        usual.longestPause(),
        usual.steady());
  }

  private String noSession() {
    var known = new TreeSet<>(config.profiles());
    known.addAll(foldersOfProfiles());
    return known.contains(profile) || profile.equals(ProfileName.DEFAULT)
        ? say(Phrase.NOT_LOGGED_IN, profile)
        : say(Phrase.UNKNOWN_PROFILE, profile, String.join(", ", known));
  }

  private TreeSet<String> foldersOfProfiles() {
    var names = new TreeSet<String>();
    if (Files.isDirectory(places.state())) {
      try (Stream<Path> folders = Files.list(places.state())) {
        folders.map(Path::getFileName).map(Path::toString).forEach(names::add);
      } catch (IOException _) {
        // Then the sentence names fewer of them.
      }
    }
    return names;
  }

  /// Reads a URL.
  ///
  /// @throws SettingsException if it is none
  static URI url(String text) {
    try {
      var uri = URI.create(text);
      if (uri.getScheme() != null && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      // No URL at all, which is the same to whoever typed it.
    }
    throw new SettingsException(
        "cannot use '%s' (expected a URL such as %s)".formatted(text, DEFAULT_URL));
  }
}
