package kabar.testkit.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.function.Consumer;

/// One connection to the hostile server. Thread-safe.
final class Visitor {
  private final Socket socket;
  private final HostileAnswers answers;
  private final Runnable subscribes;
  private final Consumer<Visitor> gone;

  /// @param subscribes is run when the client subscribes; what is said from then on follows the
  ///     answer to that
  /// @param gone hears when the connection has ended
  Visitor(Socket socket, HostileAnswers answers, Runnable subscribes, Consumer<Visitor> gone) {
    this.socket = socket;
    this.answers = answers;
    this.subscribes = subscribes;
    this.gone = gone;
  }

  void begin() {
    Thread.ofVirtual().name("hostile-visitor").start(this::serve);
  }

  /// Says a line; who has gone does not hear it.
  synchronized void say(String line) {
    try {
      socket.getOutputStream().write((line + "\n").getBytes(US_ASCII));
    } catch (IOException e) {
      close();
    }
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It was closed before, which is what is wanted.
    }
    gone.accept(this);
  }

  private void serve() {
    try (var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        Question.read(line).ifPresent(this::answer);
      }
    } catch (IOException e) {
      // The client ended it, or the server was closed.
    }
    close();
  }

  private synchronized void answer(Question question) {
    if (question.method().equals("subscribe")) {
      subscribes.run();
    }
    say(answers.to(question));
  }
}
