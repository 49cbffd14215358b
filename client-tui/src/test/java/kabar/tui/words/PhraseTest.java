package kabar.tui.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The texts for people, each in each language.
final class PhraseTest {
  private static final Pattern MARK = Pattern.compile("%.");

  @ParameterizedTest
  @EnumSource(Phrase.class)
  void isThereInEveryLanguage(Phrase phrase) {
    for (var language : Language.values()) {
      assertThat(phrase.pattern(language)).isNotBlank().doesNotContain("\n");
    }
  }

  @ParameterizedTest
  @EnumSource(Phrase.class)
  void hasTheSameMarksInEveryLanguage(Phrase phrase) {
    for (var language : Language.values()) {
      assertThat(marks(phrase.pattern(language)))
          .isEqualTo(marks(phrase.pattern(Language.ENGLISH)));
    }
  }

  @ParameterizedTest
  @EnumSource(Phrase.class)
  void saysWhatStandsInIt(Phrase phrase) {
    var arguments = List.of("<one>", "<two>", "<three>", "<four>");
    int count = (int) marks(phrase.pattern(Language.ENGLISH)).stream().filter("%s"::equals).count();

    for (var language : Language.values()) {
      var sentence = phrase.in(language, arguments.toArray());
      assertThat(arguments.subList(0, count)).allMatch(sentence::contains);
      assertThat(sentence).doesNotContain("%s");
    }
  }

  @ParameterizedTest
  @EnumSource(Phrase.class)
  void needsNoCharacterThatSomeTerminalsLack(Phrase phrase) {
    for (var language : Language.values()) {
      assertThat(phrase.pattern(language)).matches("[ -~]+");
    }
  }

  private static List<String> marks(String pattern) {
    return MARK.matcher(pattern).results().map(MatchResult::group).toList();
  }
}
