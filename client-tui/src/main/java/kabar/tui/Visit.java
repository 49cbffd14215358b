package kabar.tui;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kabar.client.KeptSession;
import kabar.client.Link;
import kabar.client.ProfileException;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import kabar.tui.words.Phrase;
import org.jspecify.annotations.Nullable;

/// A short stay at a server: a few questions, and out again. Blocks for each answer.
final class Visit implements AutoCloseable {
  private final Errand errand;
  private final URI server;
  private final Link link;
  private String cursor = "";

  private Visit(Errand errand, URI server, Link link) {
    this.errand = errand;
    this.server = server;
    this.link = link;
  }

  /// Goes there as nobody.
  ///
  /// @throws NotDoneException if it cannot be reached
  /// @throws kabar.api.ProviderException if there is nothing to reach such a URL with
  static Visit to(Errand errand, URI server) throws NotDoneException, InterruptedException {
    var link = link(errand, server);
    if (link.way().isDetour()) {
      errand.printer().noteOnce(errand.sentences().detour(link.way()));
    }
    return new Visit(errand, server, link);
  }

  /// Goes where the profile's session is, in that session.
  ///
  /// @throws NotDoneException if there is none, it has ended, or its server cannot be reached
  static Visit inSession(Errand errand)
      throws NotDoneException, ProfileException, InterruptedException {
    return inSession(errand, errand.session());
  }

  /// The same in another session.
  static Visit inSession(Errand errand, KeptSession session)
      throws NotDoneException, InterruptedException {
    var visit = to(errand, session.server());
    try {
      visit.cursor = visit.ask(new Command.Resume(session.token()), Reply.Resumed.class).cursor();
      return visit;
    } catch (NotDoneException | InterruptedException | RuntimeException e) {
      visit.close();
      throw e;
    }
  }

  /// Where the server was when the session was taken up, empty if none was.
  String cursor() {
    return cursor;
  }

  /// The answer to a question, which has to be of one kind.
  ///
  /// @throws NotDoneException if the server refuses, answers otherwise, or not at all
  <R extends Reply> R ask(Command command, Class<R> expected)
      throws NotDoneException, InterruptedException {
    var reply = answer(command);
    if (expected.isInstance(reply)) {
      return expected.cast(reply);
    }
    throw switch (reply) {
      case Reply.Refused refused -> refusal(refused);
      case Reply.Failed(var logId) ->
          new NotDoneException(ExitCode.REFUSED, errand.say(Phrase.SERVER_BUG, logId));
      default -> unreachable(errand.say(Phrase.UNEXPECTED_ANSWER));
    };
  }

  @Override
  public void close() {
    link.close();
  }

  private Reply answer(Command command) throws NotDoneException, InterruptedException {
    try {
      return link.ask(command).toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw unreachable(sentence(e));
    }
  }

  private NotDoneException refusal(Reply.Refused refused) {
    return new NotDoneException(
        refused.reason() == Reason.LOGIN_REQUIRED ? ExitCode.NOT_LOGGED_IN : ExitCode.REFUSED,
        errand.sentences().refusal(refused));
  }

  private NotDoneException unreachable(String why) {
    return new NotDoneException(ExitCode.UNREACHABLE, server + ": " + why);
  }

  private static Link link(Errand errand, URI server)
      throws NotDoneException, InterruptedException {
    var opening =
        new FutureTask<>(() -> Link.open(errand.destination(server), errand.timing(), _ -> {}));
    Thread.ofPlatform().daemon().name("kabar-opening").start(opening);
    try {
      return opening.get(errand.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw notOpened(errand, server, e.getCause());
    } catch (TimeoutException | CancellationException e) {
      opening.cancel(true);
      throw notReached(errand, server, errand.say(Phrase.TIMED_OUT, errand.timeout()));
    }
  }

  private static NotDoneException notOpened(Errand errand, URI server, @Nullable Throwable cause) {
    return switch (cause) {
      case IOException e -> notReached(errand, server, String.valueOf(e.getMessage()));
      case RuntimeException e -> throw e;
      case null, default -> throw new IllegalStateException(cause);
    };
  }

  private static NotDoneException notReached(Errand errand, URI server, String detail) {
    return new NotDoneException(
        ExitCode.UNREACHABLE,
        errand.say(Phrase.NOT_REACHED, server, errand.say(Phrase.UNREACHABLE), detail));
  }

  private static String sentence(ExecutionException e) {
    return String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
  }
}
