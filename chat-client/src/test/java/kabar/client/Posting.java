package kabar.client;

import java.util.concurrent.CompletionStage;

/// A message that somebody gave to a client, and what must become of it. Its text is one of a kind.
final class Posting {
  final int number;
  final String from;
  final String to;
  final String text;
  final Machine by;
  final Outgoing outgoing;
  final boolean isUnwanted;
  boolean isGivenUp;

  Posting(int number, Site site, Machine by, Outgoing outgoing, Written written) {
    this.number = number;
    this.from = site.user;
    this.to = written.to();
    this.text = written.text();
    this.isUnwanted = written.isUnwanted();
    this.by = by;
    this.outgoing = outgoing;
  }

  /// What was written.
  ///
  /// @param isUnwanted whether no server takes it
  record Written(String to, String text, boolean isUnwanted) {}

  /// Whether it has to arrive: its client said that it is kept, and nobody gave it up.
  boolean isPromised() {
    return isKept() && !isUnwanted && !isGivenUp;
  }

  /// Whether it must not arrive.
  boolean isRefused() {
    return isUnwanted || failed(outgoing.kept());
  }

  private boolean isKept() {
    var kept = outgoing.kept().toCompletableFuture();
    return kept.isDone() && !kept.isCompletedExceptionally();
  }

  private static boolean failed(CompletionStage<Void> stage) {
    return stage.toCompletableFuture().isCompletedExceptionally();
  }

  @Override
  public String toString() {
    return "%s to %s: %.20s".formatted(from, to, text);
  }
}
