package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kabar.protocol.Command;
import kabar.protocol.Event;
import kabar.protocol.Reply;

/// A demo user at the rules on a live connection of their own, logged in.
final class LivePeer {
  final FakeOutlet outlet = new FakeOutlet();
  final Caller caller = FakeOutlet.caller(outlet);
  private final Rules rules;
  private String token;

  LivePeer(Rules rules, String user) {
    this.rules = rules;
    this.token = rules.login(user, caller);
  }

  /// The same, subscribed to what happens from now on.
  static LivePeer subscribed(Rules rules, String user) {
    var peer = new LivePeer(rules, user);
    peer.subscribe("");
    return peer;
  }

  /// Logs in as somebody else, on the same connection.
  void relogin(String user) {
    token = rules.login(user, caller);
  }

  Session session() {
    return rules.session(token);
  }

  Reply ask(Command command) {
    var reply = rules.ask(command, caller);
    caller.answered();
    return reply;
  }

  /// Subscribes, and has the answer.
  Reply.Subscribed subscribe(String after) {
    var reply = ask(new Command.Subscribe(after));
    assertThat(reply).isInstanceOf(Reply.Subscribed.class);
    return (Reply.Subscribed) reply;
  }

  /// Sends a message and answers its id.
  String send(String to, String text) {
    return send(to, text, "");
  }

  String send(String to, String text, String key) {
    var reply = ask(new Command.Send("", to, text, key));
    assertThat(reply).isInstanceOf(Reply.Sent.class);
    return ((Reply.Sent) reply).id();
  }

  void read(String with, String upTo) {
    assertThat(ask(new Command.Read(with, upTo))).isInstanceOf(Reply.Marked.class);
  }

  /// The cursor of a ping.
  String ping() {
    return ((Reply.Pong) ask(new Command.Ping())).cursor();
  }

  /// The peer has read so much that so many more notices find room.
  void drain(int notices) {
    outlet.roomFor(notices);
    caller.roomAgain();
  }

  /// The texts of the messages that it was told of.
  List<String> texts() {
    return outlet.told().stream()
        .filter(Event.Posted.class::isInstance)
        .map(it -> ((Event.Posted) it).note().text())
        .toList();
  }

  void leave() {
    rules.leave(caller);
  }
}
