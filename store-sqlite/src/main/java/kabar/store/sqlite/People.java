package kabar.store.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import kabar.api.store.Account;
import kabar.api.store.Invite;
import kabar.api.store.Page;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;

/// Reads accounts, invites and sessions.
final class People {
  private static final String ACCOUNT = Table.ACCOUNTS.select("WHERE user = ?");
  private static final String ACCOUNTS =
      Table.ACCOUNTS.select("WHERE user > ? ORDER BY user LIMIT ?");
  private static final String INVITE = Table.INVITES.select("WHERE code = ?");
  private static final String INVITES = Table.INVITES.select("ORDER BY id");
  private static final String SESSION = Table.SESSIONS.select("WHERE token = ?");
  private static final String SESSIONS = Table.SESSIONS.select("WHERE user = ? ORDER BY id");

  private final Sql sql;

  People(Sql sql) {
    this.sql = sql;
  }

  Optional<Account> account(String user) throws SQLException {
    return keptAccount(user).map(Kept::value);
  }

  Optional<Kept<Account>> keptAccount(String user) throws SQLException {
    return sql.first(Table.ACCOUNTS, ACCOUNT, row -> new Kept<>(row.id(), account(row)), user);
  }

  Page<Account> accounts(String after, int limit) throws SQLException {
    return Pages.forward(
        sql.list(Table.ACCOUNTS, ACCOUNTS, People::account, after, Pages.oneMore(limit)), limit);
  }

  Optional<Invite> invite(TokenHash code) throws SQLException {
    return sql.first(Table.INVITES, INVITE, People::invite, code.hex());
  }

  List<Invite> invites() throws SQLException {
    return sql.list(Table.INVITES, INVITES, People::invite);
  }

  Optional<StoredSession> session(TokenHash token) throws SQLException {
    return keptSession(token).map(Kept::value);
  }

  Optional<Kept<StoredSession>> keptSession(TokenHash token) throws SQLException {
    return sql.first(
        Table.SESSIONS, SESSION, row -> new Kept<>(row.id(), session(row)), token.hex());
  }

  List<StoredSession> sessions(String user) throws SQLException {
    return sql.list(Table.SESSIONS, SESSIONS, People::session, user);
  }

  static StoredSession session(Row row) {
    return new StoredSession(
        new TokenHash(row.text(1)),
        row.text(2),
        row.text(3),
        row.text(8),
        row.instant(4),
        new StoredSession.Use(row.instant(5), row.text(6), row.text(7)));
  }

  static Object[] columns(long id, Account it) {
    return new Object[] {
      id,
      it.user(),
      it.displayName(),
      it.country(),
      it.passwordHash(),
      it.state().name(),
      Times.stored(it.createdAt())
    };
  }

  static Object[] columns(long id, StoredSession it) {
    return new Object[] {
      id,
      it.token().hex(),
      it.user(),
      it.device(),
      Times.stored(it.createdAt()),
      Times.stored(it.lastUse().at()),
      it.lastUse().transport(),
      it.lastUse().address(),
      it.boundTo()
    };
  }

  private static Account account(Row row) {
    return new Account(
        row.text(1),
        row.text(2),
        row.text(3),
        row.text(4),
        Account.State.valueOf(row.text(5)),
        row.instant(6));
  }

  private static Invite invite(Row row) {
    return new Invite(new TokenHash(row.text(1)), row.text(2), row.instant(3), row.instant(4));
  }
}
