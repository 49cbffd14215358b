package kabar.server.operation;

import java.net.URI;
import java.util.List;
import java.util.Set;

/// The command with which somebody makes an account, ready to be handed out.
public final class JoinLine {
  private static final Set<String> ANYWHERE = Set.of("0.0.0.0", "[::]");

  /// What stands for a server whose address only its operator knows.
  private static final String SOMEWHERE = "URL";

  private JoinLine() {}

  /// The command for a code, at the first address that says where the server is: others stand for
  /// all of a machine, or for a file.
  public static String of(List<URI> addresses, String code) {
    var server =
        addresses.stream()
            .filter(JoinLine::saysWhere)
            .findFirst()
            .map(address -> address.getScheme() + "://" + address.getAuthority())
            .orElse(SOMEWHERE);
    return "kabar join %s %s".formatted(server, code);
  }

  private static boolean saysWhere(URI address) {
    return address.getHost() != null && !ANYWHERE.contains(address.getHost());
  }
}
