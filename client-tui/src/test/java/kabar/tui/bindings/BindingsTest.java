package kabar.tui.bindings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import kabar.api.SettingsException;
import kabar.tui.keys.Key;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Which key means what.
final class BindingsTest {
  private static final Bindings STANDARD = Bindings.standard();

  @ParameterizedTest
  @CsvSource({
    "enter, SEND",
    "alt-enter, NEW_LINE",
    "ctrl-n, NEW_LINE",
    "tab, COMPLETE",
    "ctrl-g, GO_TO",
    "alt-a, NEXT_UNREAD",
    "alt-1, CONVERSATION_1",
    "alt-9, CONVERSATION_9",
    "alt-up, PREVIOUS_CONVERSATION",
    "alt-down, NEXT_CONVERSATION",
    "f6, NEXT_PANEL",
    "f7, TOGGLE_INBOX",
    "f8, TOGGLE_ONLINE",
    "page-up, PAGE_UP",
    "end, NEWEST",
    "ctrl-r, SEARCH",
    "ctrl-s, SELECT",
    "alt-s, SELECT",
    "alt-e, EDITOR",
    "f2, PLAIN",
    "f3, CONNECTION",
    "f4, THEME",
    "f1, HELP",
    "ctrl-l, REDRAW",
    "ctrl-c, INTERRUPT",
    "ctrl-d, END_OF_INPUT",
    "ctrl-z, SUSPEND",
    "ctrl-a, LINE_START",
    "ctrl-y, YANK",
    "alt-b, WORD_LEFT",
  })
  void meansWhatTheDesignSaysWhileWriting(String key, Intent intent) {
    assertThat(STANDARD.intent(Context.WRITING, key(key))).hasValue(intent);
  }

  @ParameterizedTest
  @EnumSource(Context.class)
  void bindsNoKeyTwiceInOneContext(Context context) {
    var keys = new HashSet<Key>();

    for (var binding : STANDARD.of(context)) {
      assertThat(binding.keys()).isNotEmpty().allMatch(keys::add);
    }
  }

  @ParameterizedTest
  @EnumSource(Context.class)
  void hintsAtKeysThatAreBound(Context context) {
    assertThat(STANDARD.hints(context)).isNotEmpty().isSubsetOf(STANDARD.of(context));
  }

  @Test
  void takesAQuestionMarkForHelpOnAnEmptyLineOnly() {
    assertThat(STANDARD.intent(Context.WRITING, "?", true)).hasValue(Intent.HELP);
    assertThat(STANDARD.intent(Context.WRITING, "?", false)).isEmpty();
    assertThat(STANDARD.intent(Context.LISTING, "?", true)).isEmpty();
  }

  @Test
  void takesLettersForKeysWhileAMessageIsSelected() {
    assertThat(STANDARD.intent(Context.SELECTING, "j", false)).hasValue(Intent.DOWN);
    assertThat(STANDARD.intent(Context.ASKED, "y", false)).hasValue(Intent.YES);
    assertThat(STANDARD.intent(Context.WRITING, "j", true)).isEmpty();
  }

  @Test
  void tellsCapitalLettersApart() {
    assertThat(STANDARD.intent(Context.SELECTING, "y", true)).hasValue(Intent.COPY);
    assertThat(STANDARD.intent(Context.SELECTING, "Y", true)).hasValue(Intent.COPY_ALL);
  }

  @Nested
  final class WithChanges {
    @Test
    void givesAnIntentTheKeysThatAreWantedInsteadOfItsOwn() {
      var changed = STANDARD.with(List.of(change("writing", "go-to", "ctrl-o", "f9")));

      assertThat(changed.intent(Context.WRITING, key("f9"))).hasValue(Intent.GO_TO);
      assertThat(changed.intent(Context.WRITING, key("ctrl-o"))).hasValue(Intent.GO_TO);
      assertThat(changed.intent(Context.WRITING, key("ctrl-g"))).isEmpty();
      assertThat(changed.intent(Context.LISTING, key("ctrl-g"))).hasValue(Intent.GO_TO);
    }

    @Test
    void holdsWhereverTheIntentHasAKeyIfNoContextIsNamed() {
      var changed = STANDARD.with(List.of(change("", "help", "f9")));

      assertThat(changed.intent(Context.WRITING, key("f9"))).hasValue(Intent.HELP);
      assertThat(changed.intent(Context.SELECTING, key("f9"))).hasValue(Intent.HELP);
      assertThat(changed.intent(Context.ASKED, key("f9"))).isEmpty();
      assertThat(changed.intent(Context.WRITING, key("f1"))).isEmpty();
    }

    @Test
    void prefersWhatIsSaidOfOneContext() {
      var changed =
          STANDARD.with(List.of(change("panel", "help", "f10"), change("", "help", "f9")));

      assertThat(changed.intent(Context.PANEL, key("f10"))).hasValue(Intent.HELP);
      assertThat(changed.intent(Context.PANEL, key("f9"))).isEmpty();
    }

    @Test
    void unbindsWhatIsToHaveNoKey() {
      var changed = STANDARD.with(List.of(change("", "suspend")));

      assertThat(changed.intent(Context.WRITING, key("ctrl-z"))).isEmpty();
      assertThat(changed.of(Context.WRITING)).noneMatch(it -> it.intent() == Intent.SUSPEND);
    }

    @Test
    void letsTwoIntentsChangeKeys() {
      var changed =
          STANDARD.with(
              List.of(change("writing", "plain", "f3"), change("writing", "connection", "f2")));

      assertThat(changed.intent(Context.WRITING, key("f3"))).hasValue(Intent.PLAIN);
      assertThat(changed.intent(Context.WRITING, key("f2"))).hasValue(Intent.CONNECTION);
    }

    @Test
    void bindsWhatHadNoKeyThere() {
      var changed = STANDARD.with(List.of(change("writing", "copy-all", "f9")));

      assertThat(changed.intent(Context.WRITING, key("f9"))).hasValue(Intent.COPY_ALL);
    }
  }

  @Nested
  final class Refuses {
    @Test
    void anIntentThatIsNotKnown() {
      assertRefused(change("", "goto", "f9"))
          .hasMessage("keys.toml:7: there is no thing to bind 'goto' (did you mean 'go-to'?)");
    }

    @Test
    void aContextThatIsNotKnown() {
      assertRefused(change("writting", "go-to", "f9"))
          .hasMessage("keys.toml:7: there is no context 'writting' (did you mean 'writing'?)");
      assertRefused(change("everywhere", "go-to", "f9"))
          .hasMessageContaining("expected one of writing, panel, selecting, listing, asked");
    }

    @Test
    void whatIsNoKey() {
      assertRefused(change("", "go-to", "control+g"))
          .hasMessageContaining("keys.toml:7: cannot use 'control+g' as a key for go-to")
          .hasMessageContaining("expected such as ctrl-g");
    }

    @Test
    void aKeyThatMeansSomethingElseInTheSameContext() {
      assertRefused(change("writing", "go-to", "ctrl-r"))
          .hasMessageContaining("'ctrl-r' would mean both go-to and search in [writing]")
          .hasMessageContaining("search = []");
    }

    @Test
    void aKeyThatIsGivenTwice() {
      assertThatThrownBy(
              () ->
                  STANDARD.with(List.of(change("", "go-to", "f9"), change("panel", "plain", "f9"))))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("'f9' would mean both");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Rebinding change) {
      return assertThatThrownBy(() -> STANDARD.with(List.of(change)))
          .isInstanceOf(SettingsException.class);
    }
  }

  private static Rebinding change(String context, String intent, String... keys) {
    return new Rebinding(context, intent, List.of(keys), "keys.toml:7");
  }

  private static Key key(String name) {
    return Key.parse(name).orElseThrow();
  }
}
