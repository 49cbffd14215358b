package kabar.client;

import kabar.protocol.Command;

/// What a client tells of itself.
///
/// @param program its name and version, empty for nothing
/// @param locale a language tag (RFC 5646) for texts for people, empty for nothing
/// @param device what its user calls the device in the list of sessions, empty for nothing
public record Introduction(String program, String locale, String device) {

  Command.Hello hello() {
    return new Command.Hello(program, locale);
  }
}
