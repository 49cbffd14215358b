package kabar.domain;

import java.util.List;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.Settings;

/// What is too much from one address.
///
/// @param exempt the addresses that may do all of it (`exempt`)
/// @param connections connections at once (`connections-per-address`)
/// @param newConnections new connections within ten minutes (`new-connections-per-address`)
/// @param wrongPasswords wrong passwords within ten minutes (`wrong-passwords-per-address`)
/// @param registrations attempts to register within an hour (`registrations-per-address`)
public record AddressLimits(
    Exemptions exempt, int connections, int newConnections, int wrongPasswords, int registrations) {
  private static final Option<Integer> CONNECTIONS =
      perAddress("connections-per-address", 16, "Connections from one address at once");
  private static final Option<Integer> NEW_CONNECTIONS =
      perAddress(
          "new-connections-per-address", 32, "New connections from one address within ten minutes");
  private static final Option<Integer> WRONG_PASSWORDS =
      perAddress(
          "wrong-passwords-per-address",
          20,
          "Wrong passwords from one address within ten minutes, then longer and longer waits");
  private static final Option<Integer> REGISTRATIONS =
      perAddress(
          "registrations-per-address", 10, "Attempts to register from one address within an hour");

  /// All options there are.
  static final List<Option<?>> OPTIONS =
      List.of(CONNECTIONS, NEW_CONNECTIONS, WRONG_PASSWORDS, REGISTRATIONS, Exemptions.OPTION);

  /// Reads the options above.
  ///
  /// @throws kabar.api.SettingsException if one cannot be used
  static AddressLimits from(Settings settings) {
    return new AddressLimits(
        settings.get(Exemptions.OPTION),
        settings.get(CONNECTIONS),
        settings.get(NEW_CONNECTIONS),
        settings.get(WRONG_PASSWORDS),
        settings.get(REGISTRATIONS));
  }

  private static Option<Integer> perAddress(String key, int fallback, String description) {
    return Option.of(key, Form.wholeNumber(1, 1_000_000), fallback, description);
  }
}
