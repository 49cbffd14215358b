package kabar.server.operation;

import java.util.HashMap;
import java.util.Map;
import kabar.server.control.Operation;

/// Every command that a running server carries out, by its name.
public final class Operations {

  private Operations() {}

  /// Those of one server.
  public static Map<String, Operation> of(Site site) {
    var operations = new HashMap<String, Operation>();
    var users = new Users(site);
    operations.put("user add", users::add);
    operations.put("user passwd", users::setPassword);
    operations.put("user list", users::list);
    operations.put("user disable", users::disable);
    operations.put("user enable", users::enable);
    operations.put("user delete", users::delete);
    var invites = new Invites(site);
    operations.put("invite", invites::make);
    operations.put("invite list", invites::list);
    operations.put("invite revoke", invites::revoke);
    var logins = new Logins(site);
    operations.put("sessions", logins::list);
    operations.put("sessions end", logins::end);
    operations.put("sessions end all", logins::endAll);
    var care = new Care(site);
    operations.put("backup", care::backup);
    operations.put("verify", care::verify);
    operations.put("du", care::usage);
    operations.put("limits", new Limits(site)::tell);
    operations.put("export", new Export(site)::run);
    operations.put("import", new Import(site)::run);
    return operations;
  }
}
