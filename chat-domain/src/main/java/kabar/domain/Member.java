package kabar.domain;

import java.time.Instant;
import kabar.api.store.Account;

/// What an operator may know of an account: all but its hash.
public record Member(
    String user, String displayName, String country, Account.State state, Instant createdAt) {

  static Member of(Account account) {
    return new Member(
        account.user(),
        account.displayName(),
        account.country(),
        account.state(),
        account.createdAt());
  }
}
