package kabar.server.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kabar.api.Settings;
import kabar.api.store.Account;
import kabar.api.store.Message;
import kabar.api.store.NewMessage;
import kabar.api.store.Store;
import kabar.domain.ChatLimits;
import kabar.domain.ChatPlan;
import kabar.domain.ChatRules;
import kabar.domain.ChatServer;
import kabar.domain.PasswordHasher;
import kabar.domain.Plugins;
import kabar.protocol.print.JsonLine;
import kabar.server.config.Catalogue;
import kabar.server.config.Configuration;
import kabar.server.config.Sources;
import kabar.server.control.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Exports of one server, and their imports into another.
class TransferTest {
  private static final Instant THEN = Instant.parse("2026-11-24T09:41:00.123456789Z");

  private final List<ChatServer> servers = new ArrayList<>();
  private Site from;
  private Site to;

  @BeforeEach
  void open() throws IOException {
    from = site();
    to = site();
    for (var user : List.of("messi", "henderson", "lineker")) {
      add(from.store(), user, Account.State.ACTIVE);
    }
  }

  @AfterEach
  void close() {
    servers.forEach(server -> server.stop(Duration.ZERO));
  }

  @Test
  void carriesAccountsMessagesAndMarkersOver() {
    send(from, "messi", "henderson", "hai, \u001b[2J\n😀", "k1");
    send(from, "messi", "henderson", "second", "");
    send(from, "henderson", "messi", "third", "");
    send(from, "messi", "henderson", "fourth", "");
    Awaited.of(from.store().mark("henderson", "messi", 2));
    Awaited.of(from.store().setDisabled("lineker", true));
    add(from.store(), "pele", Account.State.ACTIVE);
    Awaited.of(from.store().deleteAccount("pele"));
    send(to, "someone", "messi", "so that ids differ", "");

    var said = importInto(to, export());

    assertThat(said)
        .isEqualTo(
            "Imported 4 accounts, 4 messages and 1 markers; here already were 0 accounts and 0"
                + " messages.");
    assertThat(log(to).stream().skip(1).map(it -> it.from() + ">" + it.to() + it.text() + it.at()))
        .isEqualTo(
            log(from).stream().map(it -> it.from() + ">" + it.to() + it.text() + it.at()).toList());
    assertThat(conversations(to, "henderson")).isEqualTo(conversations(from, "henderson"));
    assertThat(accounts(to)).isEqualTo(accounts(from));
  }

  @Test
  void storesNothingTwice() {
    send(from, "messi", "henderson", "one", "k1");
    send(from, "messi", "henderson", "two", "");
    Awaited.of(from.store().mark("henderson", "messi", 1));
    var lines = export();
    importInto(to, lines);
    var log = log(to);

    var said = importInto(to, lines);

    assertThat(said)
        .isEqualTo(
            "Imported 0 accounts, 0 messages and 1 markers; here already were 3 accounts and 2"
                + " messages.");
    assertThat(log(to)).isEqualTo(log);
    assertThat(conversations(to, "henderson")).isEqualTo(conversations(from, "henderson"));
  }

  @Test
  void givesAMessageAnotherKeyWhereItsOwnIsTaken() {
    send(from, "messi", "henderson", "theirs", "k1");
    add(to.store(), "messi", Account.State.ACTIVE);
    send(to, "messi", "henderson", "ours", "k1");
    var lines = export();

    importInto(to, lines);
    importInto(to, lines);

    assertThat(log(to).stream().map(Message::text)).containsExactly("ours", "theirs");
  }

  @Test
  void leavesAnAccountThatIsThereAsItIs() {
    add(to.store(), "messi", Account.State.DISABLED);

    importInto(to, export());

    assertThat(Awaited.of(to.store().account("messi")).orElseThrow().state())
        .isEqualTo(Account.State.DISABLED);
  }

  @Test
  void makesTheOwnerCodeUseless() {
    assertThat(Awaited.of(to.store().invites())).hasSize(1);

    importInto(to, export());

    assertThat(Awaited.of(to.store().invites())).isEmpty();
  }

  @Test
  void leavesOutWhatCameLater() {
    send(from, "messi", "henderson", "one", "");
    var talk =
        new Talk(List.of()) {
          @Override
          public void row(JsonLine row) {
            super.row(row);
            send(from, "messi", "henderson", "meanwhile", "");
          }
        };

    new Export(from).run(JsonLine.empty(), talk);

    assertThat(talk.rows).filteredOn(it -> it.contains("\"message\"")).hasSize(1);
    assertThat(talk.rows.getLast())
        .isEqualTo("{\"type\":\"end\",\"accounts\":3,\"messages\":1,\"markers\":0}");
  }

  @Test
  void givesAUserWhatConcernsThemAndNoHash() {
    send(from, "messi", "henderson", "from", "");
    send(from, "henderson", "messi", "to", "");
    send(from, "henderson", "lineker", "others", "");
    var talk = new Talk(List.of());

    new Export(from).run(JsonLine.of("user", "messi"), talk);

    assertThat(String.join("\n", talk.rows))
        .contains("\"from\"", "\"to\"", "\"user\":\"messi\"")
        .doesNotContain("hash", "others", "fake:");
    assertThatThrownBy(() -> importInto(to, talk.rows)).hasMessageContaining("one user");
    assertThatThrownBy(() -> new Export(from).run(JsonLine.of("user", "pele"), new Talk(List.of())))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("'pele'");
  }

  @Test
  void refusesItsOwnExport() {
    assertThatThrownBy(() -> importInto(from, export()))
        .hasMessageContaining("line 1 says that this very server wrote it");
  }

  @Test
  void refusesAFileThatIsCutOff() {
    send(from, "messi", "henderson", "one", "");
    var lines = export();

    assertThatThrownBy(() -> importInto(to, lines.subList(0, lines.size() - 1)))
        .hasMessageContaining("line 5 is the last, and not the end of an export");
    assertThat(log(to)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          nonsense                                                 | is no JSON
          {"type":"song"}                                          | unknown type 'song'
          {"type":"message","id":1}                                | has no text "key"
          {"type":"kabar-export","format":1}                       | begins a second export
          {"type":"account","user":"M M","name":"m","country":"","hash":"","state":"active","created":"2026-11-24T09:41:00Z"}| a user name is 1 to 32
          {"type":"account","user":"mm","name":"m[","country":"","hash":"","state":"active","created":"2026-11-24T09:41:00Z"}| a display name is
          {"type":"account","user":"mm","name":"m","country":"","hash":"md5","state":"active","created":"2026-11-24T09:41:00Z"}| no kind that is known
          {"type":"account","user":"mm","name":"m","country":"","hash":"","state":"asleep","created":"2026-11-24T09:41:00Z"}| unknown state 'asleep'
          {"type":"account","user":"mm","name":"m","country":"","hash":"","state":"active","created":"today"}| cannot use 'today'
          {"type":"message","id":1,"from":"pele","to":"messi","text":"","key":"","at":"2026-11-24T09:41:00Z"}| is about 'pele'
          {"type":"message","id":1,"from":"messi","to":"messi","text":"","key":"a b","at":"2026-11-24T09:41:00Z"}| a key is up to 64
          {"type":"message","id":1,"from":"messi","to":"messi","text":"\\ud800","key":"","at":"2026-11-24T09:41:00Z"}| lone surrogates
          """)
  void namesTheFirstLineThatCannotBeUsed(String line, String fault) {
    var lines = new ArrayList<>(export());
    lines.add(4, line);
    var talk = new Talk(lines);

    assertThatThrownBy(() -> new Import(to).run(JsonLine.empty(), talk))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("import: line 5 ")
        .hasMessageContaining(fault);
    assertThat(talk.sentences.getFirst()).startsWith("Imported 3 accounts");
  }

  private List<String> export() {
    var talk = new Talk(List.of());
    new Export(from).run(JsonLine.empty(), talk);
    return talk.rows;
  }

  private static String importInto(Site site, List<String> lines) {
    var talk = new Talk(lines);
    new Import(site).run(JsonLine.empty(), talk);
    return talk.sentences.getFirst();
  }

  private static void add(Store store, String user, Account.State state) {
    Awaited.of(
        store.addAccount(new Account(user, "The " + user, "Inggris", "fake:" + user, state, THEN)));
  }

  private static void send(Site site, String sender, String receiver, String text, String key) {
    Awaited.of(site.store().append(new NewMessage(sender, receiver, text, key, THEN)));
  }

  private static List<Message> log(Site site) {
    return Awaited.of(site.store().log(0, 1_000)).items();
  }

  private static List<Account> accounts(Site site) {
    return Awaited.of(site.store().accounts("", 1_000)).items();
  }

  private static List<String> conversations(Site site, String user) {
    return Awaited.of(site.store().conversations(user, Long.MAX_VALUE, 100)).items().stream()
        .map(it -> it.with() + " " + it.unread() + " " + it.last().text())
        .toList();
  }

  private Site site() throws IOException {
    var store = Plugins.with(List.of()).stores().get("memory").open(Path.of(""), Settings.none());
    var server =
        new ChatServer(
            new ChatPlan(
                List.of(),
                ChatLimits.withConnections(10),
                ChatRules.withDefaults(true),
                Plugins.with(List.of()).transports(),
                _ -> Settings.none()));
    servers.add(server);
    server.start(store, new PlainHasher(), InstantSource.fixed(THEN));
    return new Site(
        Path.of("/nowhere"),
        "memory",
        store,
        InstantSource.fixed(THEN),
        server.administration(),
        List.of(),
        new Configuration(new Sources("/dev/null", Map.of(), Map.of()), new Catalogue()),
        Map.of());
  }

  /// Knows hashes that are none.
  private record PlainHasher() implements PasswordHasher {
    @Override
    public CompletionStage<String> hash(String password) {
      return CompletableFuture.completedStage("fake:" + password);
    }

    @Override
    public CompletionStage<Verdict> verify(String password, String hash) {
      return CompletableFuture.completedStage(Verdict.WRONG);
    }

    @Override
    public CompletionStage<Verdict> reject(String password) {
      return CompletableFuture.completedStage(Verdict.WRONG);
    }

    @Override
    public boolean knows(String hash) {
      return hash.startsWith("fake:");
    }
  }
}
