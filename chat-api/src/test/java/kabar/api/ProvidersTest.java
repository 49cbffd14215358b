package kabar.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProvidersTest {
  private record Tea(String name) implements Provider {}

  private record Coffee(String name) implements Provider {}

  @Test
  void givesTheProviderOfAName() {
    var green = new Tea("green");
    var drinks = Providers.of("drink", List.of(new Tea("black"), green));

    assertThat(drinks.get("green")).isSameAs(green);
  }

  @Test
  void listsAllByName() {
    var drinks =
        Providers.of("drink", List.of(new Tea("mint"), new Coffee("mocha"), new Tea("black")));

    assertThat(drinks.names()).containsExactly("black", "mint", "mocha");
    assertThat(drinks.stream())
        .containsExactly(new Tea("black"), new Tea("mint"), new Coffee("mocha"));
  }

  @Test
  void listsWhatThereIsForAnUnknownName() {
    var drinks = Providers.of("drink", List.of(new Tea("mint"), new Tea("black")));

    assertThatThrownBy(() -> drinks.get("Mint"))
        .isInstanceOf(ProviderException.class)
        .hasMessage("drink: there is no 'Mint' (available: black, mint)");
  }

  @Test
  void namesBothProvidersOfOneName() {
    var found = List.of(new Tea("mint"), new Coffee("mocha"), new Coffee("mint"));

    assertThatThrownBy(() -> Providers.of("drink", found))
        .isInstanceOf(ProviderException.class)
        .hasMessageStartingWith("drink: the name 'mint' is provided twice")
        .hasMessageContaining(Providers.origin("drink", new Tea("mint")))
        .hasMessageContaining(Providers.origin("drink", new Coffee("mint")))
        .hasMessageContaining("there are: mint, mocha");
  }

  @Test
  void answersWhatTheProviderAnswers() {
    var drinks = Providers.of("drink", List.of(new Tea("mint"), new Tea("black")));

    assertThat(drinks.<String, RuntimeException>ask("mint", Tea::name)).isEqualTo("mint");
  }

  @Test
  void reportsAProviderThatFailsWithItsPlace() {
    var mint = new Tea("mint");
    var drinks = Providers.of("drink", List.of(mint));

    assertThatThrownBy(() -> drinks.ask("mint", _ -> fail(new NoSuchMethodError("brew"))))
        .isInstanceOf(ProviderException.class)
        .hasMessage(Providers.origin("drink", mint) + " fails: java.lang.NoSuchMethodError: brew");
  }

  @Test
  void letsARefusalOfTheProviderThrough() {
    var drinks = Providers.of("drink", List.of(new Tea("mint")));
    var refusal = new SettingsException("drink.mint.sugar: cannot use '-1'");

    assertThatThrownBy(() -> drinks.ask("mint", _ -> fail(refusal))).isSameAs(refusal);
  }

  @Test
  void reportsAProviderThatDoesNotTellItsName() {
    Provider nameless =
        () -> {
          throw new AbstractMethodError("name");
        };

    assertThatThrownBy(() -> Providers.of("drink", List.of(nameless)))
        .isInstanceOf(ProviderException.class)
        .hasMessageStartingWith("drink: " + nameless.getClass().getModule().getName())
        .hasMessageEndingWith("does not tell its name: java.lang.AbstractMethodError: name");
  }

  private static String fail(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Mint", "1mint", "-mint", "mi nt", "mint_tea", "mint/tea", "mínt", "mint\n"})
  void refusesAMalformedName(String name) {
    assertThatThrownBy(() -> Providers.of("drink", List.of(new Tea(name))))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("'" + name + "'")
        .hasMessageContaining(Tea.class.getName());
  }

  @Test
  void takesNamesOfUpTo32Characters() {
    var longest = "m" + "+.-0".repeat(7) + "int";

    assertThat(Providers.of("drink", List.of(new Tea(longest))).names()).containsExactly(longest);
    assertThatThrownBy(() -> Providers.of("drink", List.of(new Tea(longest + "s"))))
        .isInstanceOf(ProviderException.class);
  }

  @Test
  void tellsWhyAProviderCannotBeLoaded() {
    var cause = new IllegalStateException("the kettle is missing");
    var error = new ServiceConfigurationError("Tea could not be instantiated", cause);

    assertThatThrownBy(() -> Providers.of("drink", failing(() -> true, error)))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("drink: a provider cannot be loaded: Tea could not be instantiated")
        .hasMessageContaining("the kettle is missing")
        .hasCause(error);
  }

  @Test
  void tellsWhyProvidersCannotBeSought() {
    var error = new ServiceConfigurationError("not a subtype");

    assertThatThrownBy(() -> Providers.of("drink", failing(() -> raise(error), error)))
        .isInstanceOf(ProviderException.class)
        .hasMessage("drink: a provider cannot be loaded: not a subtype")
        .hasCause(error);
  }

  @Test
  void tellsTheOriginOfAProvider() {
    var source = Tea.class.getProtectionDomain().getCodeSource().getLocation();

    assertThat(Providers.origin("drink", new Tea("mint")))
        .startsWith("drink mint: ")
        .contains("kabar.api")
        .endsWith(" from " + source);
  }

  private static Iterable<Tea> failing(
      Supplier<Boolean> hasNext, ServiceConfigurationError onNext) {
    return () ->
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return hasNext.get();
          }

          @Override
          public Tea next() {
            throw onNext;
          }
        };
  }

  private static boolean raise(ServiceConfigurationError error) {
    throw error;
  }
}
