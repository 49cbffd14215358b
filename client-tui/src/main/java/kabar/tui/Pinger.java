package kabar.tui;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kabar.protocol.Command;
import kabar.protocol.Reply;
import kabar.tui.print.OutputException;
import org.jspecify.annotations.Nullable;

/// Asks a server again and again whether it is there, over one connection while that lasts.
final class Pinger {
  private final Errand errand;
  private final URI server;
  private final PingPrinter printer;
  private final RoundTrips trips = new RoundTrips();
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable Visit visit;

  Pinger(Errand errand, URI server, PingPrinter printer) {
    this.errand = errand;
    this.server = server;
    this.printer = printer;
  }

  /// Asks so many times. If the program is told to end before that, it still tells the summary.
  ///
  /// @throws NotDoneException if the server cannot be reached even once
  void run(int most, Duration pause)
      throws NotDoneException, OutputException, InterruptedException {
    visit = Visit.to(errand, server);
    Runtime.getRuntime().addShutdownHook(new Thread(this::endQuietly, "kabar-goodbye"));
    printer.begin(server);
    try {
      ask();
      for (int i = 1; i < most && !ended.await(pause.toMillis(), TimeUnit.MILLISECONDS); i++) {
        ask();
      }
      end();
    } finally {
      leave();
    }
  }

  /// Whether the server has answered at least once.
  boolean isAnswered() {
    return trips.summary().answered() > 0;
  }

  private void ask() throws OutputException, InterruptedException {
    int number = trips.ask();
    try {
      var current = visit == null ? Visit.to(errand, server) : visit;
      visit = current;
      long start = System.nanoTime();
      current.ask(new Command.Ping(), Reply.Pong.class);
      long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
      trips.answered(micros);
      printer.answered(number, micros);
    } catch (NotDoneException e) {
      leave();
      printer.lost(number, e.sentence());
    }
  }

  /// The next question takes another connection.
  private void leave() {
    if (visit != null) {
      visit.close();
    }
    visit = null;
  }

  /// Once, whoever comes first.
  private synchronized void end() throws OutputException {
    if (ended.getCount() > 0) {
      ended.countDown();
      printer.end(trips.summary());
    }
  }

  private void endQuietly() {
    try {
      end();
    } catch (OutputException _) {
      // Nobody reads it any more.
    }
  }
}
