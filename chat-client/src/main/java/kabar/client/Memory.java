package kabar.client;

/// What a client knows of conversations when it starts.
public sealed interface Memory {

  /// What its profile folder keeps: conversations and their last messages, and up to where they
  /// were
  /// told. They are brought up to date, and kept again.
  record Cached() implements Memory {}

  /// Nothing, and nothing is kept: it only passes on what the server tells. For programs beside the
  /// one that shows conversations.
  ///
  /// @param after the cursor after which that begins, empty for now
  record Following(String after) implements Memory {}
}
