package kabar.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kabar.api.transport.Peer;
import kabar.domain.Caller;
import kabar.domain.CommandDispatcher;
import kabar.protocol.Availability;
import kabar.protocol.Command;
import kabar.protocol.Profile;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MeteredDispatcherTest {
  private static final Command COMMAND = new Command.Inbox("token");
  private static final Reply OK = new Reply.Inbox(List.of());

  private final MockClock clock = new MockClock();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), clock);
  private final Answering next = new Answering();
  private final MeteredDispatcher metered =
      new MeteredDispatcher(next, () -> registry, clock::monotonicTime);

  @Test
  void timesACommandThatIsAnsweredAtOnce() {
    next.takes = Duration.ofMillis(3);

    dispatch(COMMAND, CompletableFuture.completedFuture(OK));

    assertThat(timer("inbox", "ok", "tcp").count()).isEqualTo(1);
    assertThat(timer("inbox", "ok", "tcp").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(3);
  }

  @Test
  void timesACommandThatIsAnsweredLaterUpToItsReply() {
    var later = new CompletableFuture<Reply>();
    dispatch(COMMAND, later);
    assertThat(registry.getMeters()).isEmpty();

    clock.add(Duration.ofSeconds(2));
    later.complete(OK);

    assertThat(timer("inbox", "ok", "tcp").totalTime(TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test
  void hasCountedBeforeAnybodySeesTheReply() {
    var later = new CompletableFuture<Reply>();
    var counts = new ArrayList<Long>();
    var seen =
        dispatch(COMMAND, later)
            .thenAccept(_ -> counts.add(timer("inbox", "ok", "tcp").count()))
            .toCompletableFuture();

    later.complete(OK);

    assertThat(seen).isCompleted();
    assertThat(counts).containsExactly(1L);
  }

  @Test
  void handsTheReplyOnAsItIs() {
    var ready = CompletableFuture.completedFuture(OK);

    assertThat(dispatch(COMMAND, ready)).isSameAs(ready);
  }

  @Test
  void namesTheReasonOfARefusal() {
    var refused = Reply.Refused.because(Reason.LOGIN_REQUIRED);

    dispatch(COMMAND, CompletableFuture.completedFuture(refused));

    assertThat(timer("inbox", "login-required", "tcp").count()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("answersOfTheModernWire")
  void countsTheCommandsOfTheModernWireByTheirNames(Command command, Reply reply, String name) {
    dispatch(command, CompletableFuture.completedFuture(reply));

    assertThat(timer(name, "ok", "tcp").count()).isEqualTo(1);
  }

  static Stream<Arguments> answersOfTheModernWire() {
    var profile = new Profile("messi", "Lionel Messi", "Argentina");
    var loggedIn = new Reply.LoggedIn("token", profile, "c-1");
    return Stream.of(
        Arguments.of(
            new Command.Hello("", ""),
            new Reply.Greeted("kabard", "1", "1", Map.of(), List.of()),
            "hello"),
        Arguments.of(new Command.Ping(), new Reply.Pong(Instant.EPOCH, "c-1"), "ping"),
        Arguments.of(new Command.Register("messi", "", "", "", ""), loggedIn, "register"),
        Arguments.of(new Command.Login("messi", ""), loggedIn, "auth"),
        Arguments.of(new Command.Resume("token"), new Reply.Resumed(profile, "c-1"), "resume"),
        Arguments.of(new Command.Logout("", true), new Reply.LoggedOut(profile), "logout"),
        Arguments.of(new Command.ChangePassword("", ""), new Reply.Done(), "password"),
        Arguments.of(new Command.ListSessions(), new Reply.Sessions(List.of()), "sessions"),
        Arguments.of(new Command.Revoke("id"), new Reply.Done(), "revoke"),
        Arguments.of(
            new Command.ListConversations(1, ""),
            new Reply.Conversations(List.of(), false),
            "conversations"),
        Arguments.of(
            new Command.History("messi", new Command.Range.Newest(), 1),
            new Reply.History(List.of(), false),
            "history"),
        Arguments.of(new Command.Read("messi", "1"), new Reply.Marked("messi", "1"), "read"),
        Arguments.of(
            new Command.ListUsers(true, "", 1, ""), new Reply.People(List.of(), false), "users"),
        Arguments.of(new Command.SetPresence(Availability.AWAY, ""), new Reply.Done(), "presence"),
        Arguments.of(new Command.Typing("messi"), new Reply.Done(), "typing"),
        Arguments.of(new Command.Subscribe(""), new Reply.Subscribed("c-1", false), "subscribe"));
  }

  @Test
  void callsABugAnError() {
    dispatch(COMMAND, CompletableFuture.completedFuture(new Reply.Failed("bug-1")));
    dispatch(COMMAND, CompletableFuture.failedFuture(new IllegalStateException("a bug")));

    assertThat(timer("inbox", "error", "tcp").count()).isEqualTo(2);
  }

  @Test
  void keepsTransportsApart() {
    dispatch(COMMAND, CompletableFuture.completedFuture(OK));
    next.answer = CompletableFuture.completedFuture(OK);
    metered.dispatch(COMMAND, caller("udp"));

    assertThat(timer("inbox", "ok", "tcp").count()).isEqualTo(1);
    assertThat(timer("inbox", "ok", "udp").count()).isEqualTo(1);
  }

  @Test
  void passesOnThatACallerLeft() {
    var caller = caller("tcp");

    metered.left(caller);

    assertThat(next.left).containsExactly(caller);
  }

  private CompletionStage<Reply> dispatch(Command command, CompletableFuture<Reply> answer) {
    next.answer = answer;
    return metered.dispatch(command, caller("tcp"));
  }

  private Timer timer(String command, String outcome, String transport) {
    return registry
        .get("kabar.command")
        .tags("command", command, "outcome", outcome, "transport", transport)
        .timer();
  }

  private static Caller caller(String transport) {
    return new Caller(
        new Peer(InetSocketAddress.createUnresolved("peer", 1), transport, false, true, ""));
  }

  /// Answers what it is told, after a while.
  private final class Answering implements CommandDispatcher {
    private final List<Caller> left = new ArrayList<>();
    private CompletionStage<Reply> answer = CompletableFuture.completedFuture(OK);
    private Duration takes = Duration.ZERO;

    @Override
    public CompletionStage<Reply> dispatch(Command command, Caller caller) {
      clock.add(takes);
      return answer;
    }

    @Override
    public void left(Caller caller) {
      left.add(caller);
    }
  }
}
