package kabar.tui.panels;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import kabar.client.ConnectionState;
import kabar.client.Loss;
import kabar.client.Refusal;
import kabar.protocol.Availability;
import kabar.protocol.Person;
import kabar.protocol.Profile;
import kabar.protocol.Reply;
import kabar.tui.editing.Buffer;
import kabar.tui.editing.Completion;
import kabar.tui.layout.Scene;
import kabar.tui.paint.Size;
import kabar.tui.state.Anchor;
import kabar.tui.state.Conversation;
import kabar.tui.state.Focus;
import kabar.tui.state.Lists;
import kabar.tui.state.Overlay;
import kabar.tui.state.Remark;
import kabar.tui.state.Settings;
import kabar.tui.state.Standing;
import kabar.tui.state.TuiState;
import kabar.tui.transcript.Viewport;
import kabar.tui.words.Language;
import kabar.tui.words.Sentences;

/// The states that the golden screens show, by name.
public final class Showcase {
  private static final Instant NOW = Scene.NOW;

  private Showcase() {}

  /// Each makes a state out of an empty one of some size.
  public static Map<String, UnaryOperator<TuiState>> states() {
    var states = new LinkedHashMap<String, UnaryOperator<TuiState>>();
    states.put("ordinary", Showcase::ordinary);
    states.put("empty", state -> state.lists(state.lists().talks(List.of(), true)));
    states.put("not-read", state -> state);
    states.put(
        "alone", state -> state.lists(state.lists().talks(List.of(), true).people(List.of(me()))));
    states.put("nothing-open", state -> ordinary(state).conversation(Conversation.NONE));
    states.put("first-message", Showcase::firstMessage);
    states.put("scrolled-up", Showcase::scrolledUp);
    states.put("loading-older", Showcase::loadingOlder);
    states.put(
        "connecting", state -> connection(ordinary(state), new ConnectionState.Connecting()));
    states.put("offline", state -> connection(waiting(ordinary(state)), offline()));
    states.put("refused", state -> connection(ordinary(state), refused(Refusal.SESSION_ENDED)));
    states.put("failed-messages", Showcase::failed);
    states.put("remark", Showcase::remarked);
    states.put("typing", Showcase::typing);
    states.put(
        "draft", state -> writing(ordinary(state), "here is what was restored after the crash"));
    states.put("many-lines", state -> writing(ordinary(state), manyLines()));
    states.put("completion", Showcase::completion);
    states.put("long-list", Showcase::longList);
    states.put("inbox-focused", state -> ordinary(state).focus(Focus.INBOX, "lineker"));
    states.put("online-focused", state -> ordinary(state).focus(Focus.ONLINE, "lineker"));
    states.put("panels-hidden", Showcase::panelsHidden);
    states.put("long-names", Showcase::longNames);
    states.put("scripts", Showcase::scripts);
    states.put("indonesian", Showcase::indonesian);
    states.put("ascii", state -> settings(waiting(scripts(state)), Language.ENGLISH, true));
    addOverlays(states);
    return states;
  }

  private static void addOverlays(Map<String, UnaryOperator<TuiState>> states) {
    states.put("help", state -> ordinary(state).overlay(new Overlay.Help(Buffer.EMPTY, 0)));
    states.put(
        "help-filtered", state -> ordinary(state).overlay(new Overlay.Help(Buffer.of("page"), 0)));
    states.put("go-to", state -> ordinary(state).overlay(new Overlay.GoTo(Buffer.EMPTY, 1)));
    states.put(
        "go-to-command", state -> ordinary(state).overlay(new Overlay.GoTo(Buffer.of(">re"), 0)));
    states.put(
        "go-to-nothing", state -> ordinary(state).overlay(new Overlay.GoTo(Buffer.of("xyz"), 0)));
    states.put(
        "search", state -> ordinary(state).overlay(new Overlay.Search(Buffer.of("plan"), "n2")));
    states.put("select", state -> ordinary(state).overlay(new Overlay.Select("n4")));
    states.put("remarks", state -> remarks(ordinary(state)).overlay(new Overlay.Remarks(0)));
    states.put(
        "connection",
        state -> connection(ordinary(state), offline()).overlay(new Overlay.Connection()));
    states.put("bare", state -> ordinary(state).overlay(new Overlay.Bare()));
    states.put(
        "paste-question",
        state -> ordinary(state).overlay(new Overlay.PasteQuestion("line\n".repeat(200))));
    states.put(
        "quit-question", state -> waiting(ordinary(state)).overlay(new Overlay.QuitQuestion()));
  }

  static TuiState ordinary(TuiState state) {
    return state.lists(lists()).conversation(Scene.conversation(notes()).newAfter("n4").seen("n4"));
  }

  private static List<Reply.Note> notes() {
    return List.of(
        Scene.note("n1", "henderson", -1000, "the plan for Friday is on the wiki"),
        Scene.note("n2", "messi", -998, "nice, I read the plan on the train"),
        Scene.note("n3", "henderson", -94, "does the tcp plugin still speak `inbox`?"),
        Scene.note("n4", "messi", -93, "yes: echo inbox TOKEN | nc host 9000"),
        Scene.note(
            "n5", "henderson", -5, "can you look at the release notes? https://example.org/r/1.4"),
        Scene.note(
            "n6",
            "henderson",
            -4,
            "long lines wrap under the text column, never under the time or the name, and the text"
                + " column is capped at 90 cells even where a terminal has 300 columns"),
        Scene.note("n7", "messi", -1, "on it"));
  }

  private static Lists lists() {
    var last = notes().getLast();
    return new Lists(
        List.of(
            new Reply.Talk(profile("henderson", "Jordan Henderson"), last, 0, "n7"),
            new Reply.Talk(profile("lineker", "Gary Lineker"), last, 2, ""),
            new Reply.Talk(profile("xavi", "Xavi"), last, 120, ""),
            new Reply.Talk(profile("iniesta", "Iniesta"), last, 0, "")),
        true,
        List.of(),
        people(),
        Map.of("lineker", "so far"));
  }

  private static List<Person> people() {
    return List.of(
        me(),
        person("lineker", "Gary Lineker", Availability.ONLINE, "", 30),
        person("henderson", "Jordan Henderson", Availability.AWAY, "at lunch", 7),
        person("xavi", "Xavi", Availability.OFFLINE, "", 130),
        person("iniesta", "Iniesta", Availability.OFFLINE, "", 4500));
  }

  private static Person me() {
    return new Person(Scene.MESSI, Availability.ONLINE, "", NOW);
  }

  private static Person person(
      String user, String name, Availability presence, String text, int minutesAgo) {
    return new Person(profile(user, name), presence, text, NOW.minusSeconds(60L * minutesAgo));
  }

  private static Profile profile(String user, String name) {
    return new Profile(user, name, "");
  }

  private static TuiState firstMessage(TuiState state) {
    return state.lists(Lists.EMPTY.people(people())).conversation(Scene.conversation(List.of()));
  }

  private static TuiState scrolledUp(TuiState state) {
    var conversation = Scene.conversation(Scene.many(60)).seen("m57");
    var newest = state.lists(lists()).conversation(conversation);
    return newest.conversation(conversation.anchored(Viewport.of(newest).moved(8)));
  }

  private static TuiState loadingOlder(TuiState state) {
    var notes = Scene.many(40);
    var conversation =
        Scene.conversation(notes).knowing(new Reply.History(notes, true)).loading(true);
    var newest = state.lists(lists()).conversation(conversation);
    return newest.conversation(conversation.anchored(Viewport.of(newest).oldest()));
  }

  private static TuiState connection(TuiState state, ConnectionState connection) {
    var standing = state.standing();
    return state.standing(
        new Standing(standing.server(), standing.me(), connection, NOW.minusSeconds(42), 4, 0));
  }

  private static ConnectionState offline() {
    return new ConnectionState.Offline(
        Loss.UNREACHABLE, Duration.ofSeconds(16), NOW.plusSeconds(8), "Connection refused");
  }

  static ConnectionState refused(Refusal refusal) {
    return new ConnectionState.Refused(refusal, "");
  }

  private static TuiState waiting(TuiState state) {
    return state.lists(
        state
            .lists()
            .outbox(
                List.of(
                    Scene.pending("k1", "link: https://example.org/r/1.4"),
                    Scene.pending("k2", "see you"))));
  }

  private static TuiState failed(TuiState state) {
    var some = ordinary(state);
    return remark(
        some.lists(
            some.lists()
                .outbox(
                    List.of(
                        Scene.pending("k1", "the checksum follows"),
                        Scene.failed("k2", "and the checksum")))),
        "1 message was refused: the text is too long. It is kept in the outbox; r sends it again.");
  }

  private static TuiState remarked(TuiState state) {
    return remark(
        ordinary(state),
        "A message to xavi was refused: you are sending faster than 5/s. It is kept in the outbox:"
            + " /retry sends it again, /drop drops it.");
  }

  private static TuiState remark(TuiState state, String sentence) {
    return state.moment(state.moment().remark(sentence));
  }

  private static TuiState remarks(TuiState state) {
    return state.moment(
        state
            .moment()
            .remarks(
                List.of(
                    new Remark(NOW.minusSeconds(4000), "the server cannot be reached", true),
                    new Remark(NOW.minusSeconds(3900), "online again", false),
                    new Remark(
                        NOW.minusSeconds(60),
                        "1 message was refused: the text is too long. It is kept in the outbox.",
                        true))));
  }

  private static TuiState typing(TuiState state) {
    return ordinary(state).moment(state.moment().typing(Map.of("henderson", NOW.plusSeconds(3))));
  }

  static TuiState writing(TuiState state, String text) {
    return state.composer(state.composer().buffer(Buffer.of(text)));
  }

  private static String manyLines() {
    return String.join("\n", IntStream.range(1, 30).mapToObj(line -> "line " + line).toList());
  }

  private static TuiState completion(TuiState state) {
    var choices =
        List.of(
            "/away",
            "/back",
            "/clear-draft",
            "/connection",
            "/drop",
            "/edit",
            "/errors",
            "/help",
            "/inbox");
    return ordinary(state)
        .composer(
            state.composer().buffer(Buffer.of("/")).offering(new Completion(0, 1, choices, 1)));
  }

  private static TuiState longList(TuiState state) {
    var talks = new ArrayList<Reply.Talk>();
    var people = new ArrayList<Person>();
    for (int number = 1; number <= 60; number++) {
      var profile = profile("user" + number, "User " + number);
      talks.add(new Reply.Talk(profile, notes().getLast(), number % 7, ""));
      people.add(new Person(profile, List.of(Availability.values()).get(number / 21), "", NOW));
    }
    return ordinary(state)
        .lists(new Lists(talks, true, List.of(), people, Map.of()))
        .focus(Focus.INBOX, "user30");
  }

  private static TuiState panelsHidden(TuiState state) {
    var some = ordinary(state);
    return some.settings(some.settings().inboxShown(false).onlineShown(false));
  }

  private static TuiState longNames(TuiState state) {
    var name = "wolfeschlegelsteinhausen";
    var notes =
        List.of(
            new Reply.Note("a", name, "messi", "my name is long", "", NOW.minusSeconds(90)),
            new Reply.Note("b", "messi", name, "so it is", "", NOW));
    var talk =
        new Reply.Talk(
            profile(name, "Wolfeschlegelsteinhausenbergerdorff senior"), notes.getLast(), 7, "");
    return state
        .lists(
            new Lists(
                List.of(talk),
                true,
                List.of(),
                List.of(
                    me(),
                    person(
                        name,
                        "W.",
                        Availability.AWAY,
                        "gone fishing with the whole of the family, back on Monday",
                        61)),
                Map.of(name, "x")))
        .conversation(new Conversation(name, notes, false, false, "", new Anchor.Newest(), ""));
  }

  private static TuiState scripts(TuiState state) {
    return ordinary(state)
        .conversation(
            Scene.conversation(
                List.of(
                    Scene.note(
                        "s1", "henderson", -9, "日本語のテキストは折り返されます。とても長い文なので、次の行に続きます。そして更に続きます。"),
                    Scene.note(
                        "s2", "messi", -8, "family 👨‍👩‍👧‍👦, flag 🇮🇩, thumbs 👍🏽, star ⭐"),
                    Scene.note("s3", "henderson", -2, "สวัสดีครับ नमस्ते क्षत्रिय"),
                    Scene.note("s4", "henderson", -1, "مرحبا \u202eevil\u202c שלום"),
                    Scene.note(
                        "s5", "messi", 0, "e\u0301a\u0300 café naïve \u001b[31mred\u001b[0m"))));
  }

  private static TuiState indonesian(TuiState state) {
    return settings(connection(waiting(ordinary(state)), offline()), Language.INDONESIAN, false);
  }

  static TuiState settings(TuiState state, Language language, boolean isAscii) {
    var settings = state.settings();
    return state.settings(
        new Settings(
            new Sentences(language),
            settings.zone(),
            settings.theme(),
            settings.isInboxShown(),
            settings.isOnlineShown(),
            isAscii));
  }

  public static TuiState at(Size size) {
    return Scene.empty(size.columns(), size.rows());
  }
}
