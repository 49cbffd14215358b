package kabar.tui.commands;

/// Something that can be gone to.
public sealed interface Target {

  /// A conversation.
  ///
  /// @param user with whom
  record Open(String user) implements Target {}

  record Run(SlashCommand command) implements Target {}

  /// A search in the open conversation.
  record Find(String text) implements Target {}
}
