package kabar.domain.memory;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import kabar.api.store.Admission;
import kabar.api.store.Invite;
import kabar.api.store.TokenHash;

/// All invites, in the order in which they were added. Thread-safe. Its monitor comes before that
/// of
/// the accounts.
final class Invites {
  private final Map<TokenHash, Invite> invites = new LinkedHashMap<>(); // guarded by this

  synchronized void add(Invite invite) {
    invites.put(invite.code(), invite);
  }

  synchronized List<Invite> all() {
    return List.copyOf(invites.values());
  }

  synchronized boolean remove(TokenHash code) {
    return invites.remove(code) != null;
  }

  /// Uses an invite up for an account, if that can be added. Nobody else uses it meanwhile.
  synchronized Admission use(TokenHash code, Instant now, BooleanSupplier addAccount) {
    var invite = invites.get(code);
    if (invite == null || !now.isBefore(invite.expiresAt())) {
      return Admission.NOT_INVITED;
    }
    if (!addAccount.getAsBoolean()) {
      return Admission.NAME_TAKEN;
    }
    invites.remove(code);
    return Admission.ADMITTED;
  }
}
