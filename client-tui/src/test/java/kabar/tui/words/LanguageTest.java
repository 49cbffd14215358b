package kabar.tui.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageTest {

  @ParameterizedTest
  @CsvSource({
    "LC_ALL=id_ID.UTF-8, INDONESIAN",
    "LC_ALL=id_ID.UTF-8 LANG=en_US.UTF-8, INDONESIAN",
    "LC_ALL=C LC_MESSAGES=id_ID LANG=id_ID, ENGLISH",
    "LC_ALL= LC_MESSAGES=id_ID LANG=en_US, INDONESIAN",
    "LANG=in_ID, INDONESIAN",
    "LANG=id, INDONESIAN",
    "LANG=de_DE.UTF-8@euro, ENGLISH",
    "LANG=POSIX, ENGLISH",
    "LC_CTYPE=id_ID.UTF-8, ENGLISH"
  })
  void isTheOneOfTheFirstVariableThatIsSet(String variables, Language expected) {
    assertThat(Language.of(environment(variables))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"de", "''", "idiom", "english"})
  void isNoneForAWordThatNamesNone(String locale) {
    assertThat(Language.parse(locale)).isEmpty();
  }

  private static Map<String, String> environment(String variables) {
    var environment = new HashMap<String, String>();
    Arrays.stream(variables.split(" "))
        .map(variable -> variable.split("=", 2))
        .forEach(pair -> environment.put(pair[0], pair[1]));
    return environment;
  }
}
