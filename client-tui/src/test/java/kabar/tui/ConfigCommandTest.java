package kabar.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigCommandTest {
  @TempDir private Path home;
  private Shell shell;
  private Path file;

  @BeforeEach
  void begin() {
    shell = new Shell(home);
    file = home.resolve("config/kabar/kabar.toml");
  }

  @Test
  void showsWhatIsSetAndWhere() {
    assertThat(shell.run("config").done()).isEmpty();

    assertThat(shell.run("config", "locale", "en").done())
        .isEqualTo("Written to %s.\n".formatted(file));
    shell.run("config", "user", "messi", "--profile", "work").done();

    assertThat(shell.run("config").done())
        .isEqualTo(
            "locale = en  # %s:1\nprofiles.work.user = messi  # %s:4\n".formatted(file, file));
    assertThat(shell.run("config", "profiles.work.user").done()).isEqualTo("messi\n");
    assertThat(shell.run("config", "user", "--json", "--profile", "work").done())
        .isEqualTo(
            "{\"key\":\"profiles.work.user\",\"value\":\"messi\",\"origin\":\"%s:4\"}\n"
                .formatted(file));
  }

  @Test
  void takesASettingAway() {
    shell.run("config", "locale", "id").done();

    shell.run("config", "--unset", "locale").done();

    assertThat(shell.run("config", "locale").refused(ExitCode.REFUSED))
        .isEqualTo("kabar: locale is not set");
  }

  @Test
  void theProfileThatIsSetIsMeant() {
    shell.run("config", "profile", "work").done();
    shell.run("config", "url", "tcp://10.0.0.5:8889").done();

    assertThat(shell.run("config", "profiles.work.url").done()).isEqualTo("tcp://10.0.0.5:8889\n");
    assertThat(shell.run("inbox").refused(ExitCode.NOT_LOGGED_IN)).contains("'work'");
    assertThat(shell.with("KABAR_PROFILE", "home").run("inbox").refused(ExitCode.NOT_LOGGED_IN))
        .contains("'home'");
    assertThat(shell.run("inbox", "--profile", "work").refused(ExitCode.NOT_LOGGED_IN))
        .contains("'work'");
  }

  @Test
  void whatCannotBeSetIsExplained() {
    assertThat(shell.run("config", "lokale").refused(ExitCode.USAGE))
        .contains("there is no setting 'lokale'", "did you mean 'locale'?");
    assertThat(shell.run("config", "locale", "fr").refused(ExitCode.USAGE))
        .contains("locale: cannot use 'fr' (expected en or id)");
    assertThat(shell.run("config", "--unset").refused(ExitCode.USAGE)).contains("there is no KEY");
    assertThat(shell.run("config", "--unset", "locale", "id").refused(ExitCode.USAGE))
        .contains("there is a value, 'id'");
    assertThat(file).doesNotExist();
  }

  @Test
  void aBrokenFileStopsEveryCommandWithItsLine() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "locale = \"id\"\n\nlokale = \"id\"\n");

    for (var command : new String[] {"config", "inbox", "outbox", "ping"}) {
      assertThat(shell.run(command).refused(ExitCode.USAGE)).startsWith("kabar: " + file + ":3: ");
    }
  }
}
