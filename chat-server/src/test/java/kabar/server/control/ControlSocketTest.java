package kabar.server.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import kabar.api.store.StoreException;
import kabar.protocol.print.JsonLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {
  private static final int DEADLINE_SECONDS = 20;

  @TempDir private Path folder;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final CompletableFuture<Throwable> ended = new CompletableFuture<>();
  private final AtomicReference<String> heard = new AtomicReference<>("");
  private ControlSocket socket;

  @BeforeEach
  void open() throws IOException {
    socket = open(folder);
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void tellsInOrderWhatACommandTells() {
    var told = give("greet", JsonLine.of("name", "Pelé"));

    assertThat(told.rows).containsExactly("{\"name\":\"Pelé\"}", "{\"name\":\"again\"}");
    assertThat(told.sentences).containsExactly("Hello\n\u001b[2J");
    assertThat(told.progress).contains(10L);
  }

  @Test
  void takesInputUntilItsEnd() {
    var lines = new ArrayDeque<>(List.of(List.of("a", "b"), List.of("c"), List.<String>of()));

    client().run(JsonLine.of("command", "read"), new Told(), lines::remove);

    assertThat(heard).hasValue("[a, b][c]");
  }

  @Test
  void tellsTheCommandWhatIsWrongWithItsInput() {
    assertThatThrownBy(
            () ->
                client()
                    .run(
                        JsonLine.of("command", "read"),
                        new Told(),
                        () -> {
                          throw new IOException("not in UTF-8");
                        }))
        .isInstanceOf(RefusedException.class)
        .hasMessage("not in UTF-8");
  }

  @Test
  void passesOnWhyACommandWasNotDone() {
    assertThatThrownBy(() -> give("refuse")).isInstanceOf(RefusedException.class).hasMessage("no");
    assertThatThrownBy(() -> give("full")).isInstanceOf(RefusedException.class).hasMessage("full");
    assertThatThrownBy(() -> give("file"))
        .hasMessage("'/x' is there already (expected the name of a new file)");
  }

  @Test
  void tellsNothingOfABug() {
    assertThatThrownBy(() -> give("fail"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("log")
        .hasMessageNotContaining("secret");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> give("dance"))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("kabard 1.0, knows no command 'dance'");
  }

  @Test
  void refusesAnotherVersionOfItsLanguage() throws IOException {
    try (var wire = new Wire(new SocketFile(folder).connect())) {
      wire.send(JsonLine.empty().with("control", 2).with("kabard", "2.0"));
      wire.flush();

      var answer = wire.receive().orElseThrow();
      assertThat(answer.number("exit")).hasValue(2);
      assertThat(answer.text("why").orElseThrow()).contains("kabard 1.0").contains("kabard 2.0");
    }
  }

  @Test
  void goesOnAfterNonsense() throws IOException {
    try (var channel = new SocketFile(folder).connect()) {
      channel.write(ByteBuffer.wrap("nonsense\n".getBytes(UTF_8)));
    }

    assertThat(give("greet", JsonLine.of("name", "x")).rows).isNotEmpty();
  }

  @Test
  void endsACommandWhoseClientHasGone() throws Exception {
    try (var wire = new Wire(new SocketFile(folder).connect())) {
      wire.send(JsonLine.empty().with("control", 1).with("command", "work"));
      wire.flush();
      await(begun);
    }

    assertThat(ended.get(DEADLINE_SECONDS, TimeUnit.SECONDS))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void endsItsCommandsWhenItStops() throws Exception {
    var refused = CompletableFuture.supplyAsync(() -> thrownBy("work"));
    await(begun);

    socket.close();

    assertThat(refused.get(DEADLINE_SECONDS, TimeUnit.SECONDS))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("the server is stopping");
    assertThat(ended).isDone();
    assertThat(file()).doesNotExist();
  }

  @Test
  void endsACommandThatWaitsForItsClientWhenItStops() throws Exception {
    try (var idle = new SocketFile(folder).connect();
        var wire = new Wire(new SocketFile(folder).connect())) {
      wire.send(JsonLine.empty().with("control", 1).with("command", "read"));
      wire.flush();
      assertThat(wire.receive().orElseThrow().flag("more")).isTrue();

      socket.close();

      assertThat(wire.receive().orElseThrow().text("why").orElseThrow())
          .contains("the server is stopping");
      assertThat(idle.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
  }

  @Test
  void refusesMoreThanItCanDoAtOnce() throws Exception {
    var waiting = new ArrayList<CompletableFuture<Told>>();
    for (int i = 0; i < 8; i++) {
      var isThere = new CountDownLatch(1);
      waiting.add(
          CompletableFuture.supplyAsync(
              () -> {
                var told = new Told();
                client()
                    .run(
                        JsonLine.of("command", "read"),
                        told,
                        () -> {
                          isThere.countDown();
                          awaitQuietly(goOn);
                          return List.of();
                        });
                return told;
              },
              command -> Thread.ofVirtual().start(command)));
      await(isThere);
    }

    assertThatThrownBy(() -> give("greet"))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("8 commands are running");

    goOn.countDown();
    for (var client : waiting) {
      client.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Test
  void replacesTheSocketOfAServerThatWasKilled() throws IOException {
    try (var killed = new SocketFile(folder.resolve("../" + folder.getFileName())).listen()) {
      assertThat(killed.isOpen()).isTrue();
    }
    assertThat(file()).exists();
    assertThatThrownBy(() -> give("greet"))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("no server is running on '" + folder + "'");

    socket = open(folder);

    assertThat(give("greet", JsonLine.of("name", "x")).rows).isNotEmpty();
  }

  @Test
  void isReachedInAFolderDeepDown() throws IOException {
    var deep = folder;
    for (int i = 0; i < 10; i++) {
      deep = deep.resolve("a folder with a long name");
    }
    Files.createDirectories(deep);
    try (var there = open(deep)) {
      assertThat(there).isNotNull();
      assertThat(deep.resolve("kabard.sock")).exists();

      var told = new Told();
      new ControlClient(deep, "1.0")
          .run(JsonLine.of("command", "greet").with("name", "x"), told, ControlClient.Lines.NONE);

      assertThat(told.rows).isNotEmpty();
    }
    assertThat(deep).isEmptyDirectory();
  }

  @Test
  void isMissedWhereThereIsNone() throws IOException {
    socket.close();

    assertThatThrownBy(() -> give("greet"))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("no server is running")
        .hasMessageContaining("--data");
  }

  private ControlSocket open(Path where) throws IOException {
    return ControlSocket.open(
        where,
        "1.0",
        Map.of(
            "greet", this::greet,
            "read", this::read,
            "work", this::work,
            "refuse", (_, _) -> fail(new RefusedException("no")),
            "full", (_, _) -> fail(new StoreException("full")),
            "fail", (_, _) -> fail(new IllegalStateException("secret")),
            "file",
                (_, _) -> {
                  throw new FileAlreadyExistsException("/x");
                }));
  }

  private void greet(JsonLine request, Dialogue dialogue) {
    dialogue.row(JsonLine.of("name", request.text("name").orElse("")));
    dialogue.progress().at(10, 10);
    dialogue.say("Hello\n\u001b[2J");
    dialogue.row(JsonLine.of("name", "again"));
  }

  private void read(JsonLine request, Dialogue dialogue) {
    for (var lines = dialogue.more(); !lines.isEmpty(); lines = dialogue.more()) {
      var read = lines;
      heard.updateAndGet(before -> before + read);
    }
  }

  /// Works until somebody ends it.
  private void work(JsonLine request, Dialogue dialogue) {
    begun.countDown();
    try {
      for (long i = 1; ; i++) {
        dialogue.progress().at(i, i);
      }
    } catch (RuntimeException e) {
      ended.complete(e);
      throw e;
    }
  }

  private static void fail(RuntimeException e) {
    throw e;
  }

  private Told give(String command) {
    return give(command, JsonLine.empty());
  }

  private Told give(String command, JsonLine arguments) {
    var told = new Told();
    client().run(arguments.with("command", command), told, ControlClient.Lines.NONE);
    return told;
  }

  private Throwable thrownBy(String command) {
    try {
      give(command);
      return new AssertionError("nothing was thrown");
    } catch (RuntimeException e) {
      return e;
    }
  }

  private ControlClient client() {
    return new ControlClient(folder, "1.0");
  }

  private Path file() {
    return folder.resolve("kabard.sock");
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
