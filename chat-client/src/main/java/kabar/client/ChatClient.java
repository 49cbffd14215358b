package kabar.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import kabar.protocol.Command;
import kabar.protocol.Reply;

/// One account at one server, as a program on one device sees it. Thread-safe.
///
/// It is opened, started, and connected, and from then on keeps itself online: it comes back after
/// a loss, asks for what it missed, and sends what waits in its outbox, each message once and in
/// order. No call but {@link #close} waits for a disk or a network.
public final class ChatClient implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Engine engine;

  private ChatClient(Engine engine) {
    this.engine = engine;
  }

  /// A client that has not begun anything.
  ///
  /// @param audience is told what happens, on the client's thread; must not block
  public static ChatClient open(ClientPlan plan, Consumer<? super News> audience) {
    return of(new Engine(plan, audience, Surroundings.ofThreads()));
  }

  /// A client whose engine may have other surroundings.
  static ChatClient of(Engine engine) {
    return new ChatClient(engine);
  }

  /// Reads what the profile folder keeps; afterwards the snapshots show it. To be called once, and
  /// before anything else but {@link #close}; what is asked for meanwhile waits for it.
  ///
  /// @return completes on the client's thread; fails with a {@link ProfileException} if the folder
  ///     cannot be used
  public CompletionStage<Void> start() {
    return engine.start();
  }

  /// Goes online, and stays so. When it is offline, tries again at once; also after it has stopped
  /// trying. Does nothing while it is online or about to be.
  public void connect() {
    engine.connect();
  }

  /// How it stands with its server.
  public ConnectionState state() {
    return engine.state();
  }

  /// Who it is at the server: the user of the session that is kept, empty if none is.
  public Optional<String> user() {
    return engine.user();
  }

  /// How long the last answer to a ping took, empty before the first.
  public Optional<Duration> latency() {
    return engine.latency();
  }

  /// Asks the server something. {@link Command.Private} ones are asked in the client's own session;
  /// not for sends, which belong into the outbox.
  ///
  /// @return fails with an {@link UnansweredException}: at once while it is not online, or when the
  ///     connection is lost or the answer takes too long. Completes on the client's thread
  public CompletionStage<Reply> ask(Command command) {
    return engine.ask(command);
  }

  /// Sends a message, once it can be. It is written to disk before anything else, and stays in the
  /// outbox until it is settled, over starts of the client.
  ///
  /// @param text half of a surrogate pair in it, which cannot be written down, becomes a `?`
  public Outgoing send(String to, String text) {
    return engine.send(to, text);
  }

  /// What is in the outbox, in the order of writing: all that is pending or has failed, also of
  /// other programs on the profile.
  public List<OutboxEntry> outbox() {
    return engine.outbox();
  }

  /// Tries to send a failed entry again, behind what waits.
  ///
  /// @return false if no failed entry has that key; fails with a {@link ProfileException} if it
  ///     cannot be written down
  public CompletionStage<Boolean> retry(String key) {
    return engine.retry(key);
  }

  /// Gives an entry up that is not on its way and was not sent.
  ///
  /// @return false if there is none of that key, or it is too late; fails as above
  public CompletionStage<Boolean> drop(String key) {
    return engine.drop(key);
  }

  /// The conversations, the one with the newest message first, as far as they are known here.
  public List<Reply.Talk> conversations() {
    return engine.conversations();
  }

  /// Whether those are all: false for a client that keeps nothing from before until it has read the
  /// list, which {@link News.Reloaded} tells.
  public boolean knowsAllConversations() {
    return engine.knowsAllConversations();
  }

  /// The messages of a conversation that are known here: the newest ones, without a gap, oldest
  /// first. `more` tells that there may be older ones.
  public Reply.History messages(String with) {
    return engine.messages(with);
  }

  /// Reads older messages of a conversation from the server, in front of those known here.
  ///
  /// @return whether there may be still older ones; fails as {@link #ask} does
  public CompletionStage<Boolean> older(String with) {
    return engine.older(with);
  }

  /// Tells how far a conversation was read: now, or once it is online.
  ///
  /// @param upTo the id of the newest message that was read
  public void read(String with, String upTo) {
    engine.read(with, upTo);
  }

  /// What was begun to be written to somebody, empty for nothing.
  public String draft(String with) {
    return engine.draft(with);
  }

  /// Keeps what was begun to be written to somebody, on disk within a second.
  ///
  /// @param text empty for nothing any more
  public void saveDraft(String with, String text) {
    engine.saveDraft(with, text);
  }

  /// Writes down what is to be kept, and ends everything. Waits for that, for a few seconds at
  /// most.
  /// What waits in the outbox is sent by the next client on the profile. Closing twice is harmless.
  @Override
  public void close() {
    try {
      engine.stop().toCompletableFuture().get(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      System.getLogger(ChatClient.class.getName())
          .log(System.Logger.Level.WARNING, "the client was not closed in good order", e);
    }
  }
}
