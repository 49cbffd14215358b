package kabar.server.operation;

import java.util.Locale;
import kabar.api.store.Page;
import kabar.domain.Administration;
import kabar.domain.Member;
import kabar.domain.NewAccount;
import kabar.domain.PasswordRule;
import kabar.protocol.print.JsonLine;
import kabar.server.control.Dialogue;

/// Makes, lists and changes accounts.
final class Users {
  private static final int PAGE = 500;

  private final Administration administration;

  Users(Site site) {
    this.administration = site.administration();
  }

  void add(JsonLine request, Dialogue dialogue) {
    var user = request.text("user").orElse("");
    var password = request.text("password").orElse("");
    var wanted =
        new NewAccount(
            user, request.text("name").orElse(user), request.text("country").orElse(""), password);
    Answers.require("user add '%s'".formatted(user), administration.addAccount(wanted));
    dialogue.say("'%s' can log in now.".formatted(user));
    warn(password, dialogue);
  }

  void setPassword(JsonLine request, Dialogue dialogue) {
    var user = request.text("user").orElse("");
    var password = request.text("password").orElse("");
    Answers.require("user passwd '%s'".formatted(user), administration.setPassword(user, password));
    dialogue.say("'%s' has another password, and has to log in again.".formatted(user));
    warn(password, dialogue);
  }

  void list(JsonLine request, Dialogue dialogue) {
    Page<Member> page;
    var after = "";
    do {
      page = Awaited.of(administration.accounts(after, PAGE));
      for (var member : page.items()) {
        dialogue.row(row(member));
        after = member.user();
      }
    } while (page.more());
  }

  void disable(JsonLine request, Dialogue dialogue) {
    var user = request.text("user").orElse("");
    Answers.require("user disable '%s'".formatted(user), administration.disable(user));
    dialogue.say("'%s' cannot log in any more, and was logged out.".formatted(user));
  }

  void enable(JsonLine request, Dialogue dialogue) {
    var user = request.text("user").orElse("");
    Answers.require("user enable '%s'".formatted(user), administration.enable(user));
    dialogue.say("'%s' can log in again.".formatted(user));
  }

  void delete(JsonLine request, Dialogue dialogue) {
    var user = request.text("user").orElse("");
    Answers.require("user delete '%s'".formatted(user), administration.delete(user));
    dialogue.say(
        "'%s' is gone; what they wrote stays, and nobody can take the name.".formatted(user));
  }

  private static JsonLine row(Member member) {
    return JsonLine.of("user", member.user())
        .with("name", member.displayName())
        .with("country", member.country())
        .with("state", member.state().name().toLowerCase(Locale.ROOT))
        .with("created", Shown.time(member.createdAt()));
  }

  private static void warn(String password, Dialogue dialogue) {
    PasswordRule.warning(password).ifPresent(it -> dialogue.say("Beware: " + it + "."));
  }
}
