package kabar.client;

import java.util.concurrent.CompletionStage;

/// A message that was given to a client to send.
///
/// @param key the client's own name for it
/// @param kept completes when the message is on disk here, from when on it is not lost; fails with
/// a
///     {@link ProfileException} if it cannot be, and then it is not sent either
/// @param fate completes when it is settled: sent, failed or dropped; fails as `kept` does, and
/// with
///     an {@link UnansweredException} when the client is closed before. On the client's thread
public record Outgoing(
    String key, CompletionStage<Void> kept, CompletionStage<OutboxEntry.Standing> fate) {}
