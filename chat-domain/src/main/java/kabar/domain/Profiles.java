package kabar.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import kabar.api.store.Account;
import kabar.api.store.Store;
import kabar.protocol.Profile;

/// Finds out what is shown of users.
final class Profiles {
  private final Store store;

  Profiles(Store store) {
    this.store = store;
  }

  /// The profiles of users, each looked up once, of those who have an account.
  CompletionStage<Map<String, Profile>> find(Stream<String> users) {
    CompletionStage<Map<String, Profile>> found =
        CompletableFuture.completedFuture(new HashMap<>());
    for (var user : users.distinct().toList()) {
      found = found.thenCombine(store.account(user), Profiles::with);
    }
    return found;
  }

  /// The profile of a user among those that were found; whoever was not is shown by the user name.
  static Profile of(Map<String, Profile> found, String user) {
    return found.getOrDefault(user, new Profile(user, user, ""));
  }

  private static Map<String, Profile> with(
      Map<String, Profile> profiles, Optional<Account> account) {
    account.ifPresent(found -> profiles.put(found.user(), Sessions.profile(found)));
    return profiles;
  }
}
