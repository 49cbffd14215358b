package kabar.server.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kabar.api.store.StoreException;
import kabar.domain.UnavailableException;
import kabar.protocol.print.JsonLine;

/// One command of the operator, from its request to its end.
final class ControlConnection {
  private static final System.Logger LOG = System.getLogger(ControlConnection.class.getName());
  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int NOT_UNDERSTOOD = 2;

  private final Wire wire;
  private final WireDialogue dialogue;
  private final String version;
  private final Map<String, Operation> operations;
  private final CountDownLatch ended = new CountDownLatch(1);

  ControlConnection(Wire wire, String version, Map<String, Operation> operations) {
    this.wire = wire;
    this.dialogue = new WireDialogue(wire);
    this.version = version;
    this.operations = operations;
  }

  /// Serves it on a thread of its own: a store may hold on to the thread that reads it.
  void start(Runnable atEnd) {
    Thread.ofPlatform()
        .daemon()
        .name("kabar-control-command")
        .start(
            () -> {
              try (wire) {
                serve();
              } catch (IOException | UncheckedIOException e) {
                LOG.log(System.Logger.Level.DEBUG, "whoever gave a command did not wait for it", e);
              } finally {
                ended.countDown();
                atEnd.run();
              }
            });
  }

  /// Says no, without having read what is wanted.
  void refuse(String why) {
    try (wire) {
      end(NOT_UNDERSTOOD, why);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "whoever gave a command did not wait for it", e);
    }
  }

  /// Ends the command at the next thing that it tells or asks for.
  void stop() {
    dialogue.stop();
    try {
      wire.endInput();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a command has ended by itself", e);
    }
  }

  /// Waits for the end, and cuts the connection off if it does not come.
  void awaitEnd(Duration patience) throws IOException {
    try {
      if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        wire.close();
        ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() throws IOException {
    var received = wire.receive();
    if (received.isEmpty()) {
      return;
    }
    var request = received.get();
    if (request.number("control").orElse(0) != Wire.CONTROL) {
      end(
          NOT_UNDERSTOOD,
          "the server is kabard %s and does not understand kabard %s (expected the program that the"
                  .formatted(version, request.text("kabard").orElse("of another version"))
              + " server was started with)");
      return;
    }
    var name = request.text("command").orElse("");
    var operation = operations.get(name);
    if (operation == null) {
      end(
          NOT_UNDERSTOOD,
          "the server, kabard %s, knows no command '%s' (expected the program that it was started"
                  .formatted(version, name)
              + " with)");
      return;
    }
    run(name, operation, request);
  }

  /// The one place where what stops a command is caught.
  private void run(String name, Operation operation, JsonLine request) throws IOException {
    try {
      operation.run(request, dialogue);
    } catch (RefusedException | StoreException | UnavailableException e) {
      end(REFUSED, String.valueOf(e.getMessage()));
      return;
    } catch (IOException e) {
      end(REFUSED, FileProblem.sentence(e));
      return;
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the command " + name + " failed", e);
      end(REFUSED, "the command failed in the server, whose log tells more");
      return;
    }
    end(DONE, "");
  }

  private void end(int exit, String why) throws IOException {
    wire.send(JsonLine.empty().with("exit", exit).with("why", why));
    wire.flush();
  }
}
