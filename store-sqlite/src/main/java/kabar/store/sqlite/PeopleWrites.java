package kabar.store.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kabar.api.store.Account;
import kabar.api.store.Admission;
import kabar.api.store.Invite;
import kabar.api.store.Store.Expiry;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;

/// Writes accounts, invites and sessions. Belongs to the writer.
final class PeopleWrites {
  private static final String EXPIRED =
      Table.SESSIONS.select(
          "WHERE id IN (SELECT id FROM sessions WHERE used < ? UNION"
              + " SELECT id FROM sessions WHERE created < ?) ORDER BY id LIMIT ?");
  private static final String ADD_ACCOUNT = Table.ACCOUNTS.insert();
  private static final int AFTER_NAME = 2;
  private static final String WRITE_ACCOUNT = Table.ACCOUNTS.update(AFTER_NAME);
  private static final String ADD_INVITE = Table.INVITES.insert();
  private static final String ADD_SESSION = Table.SESSIONS.insert();
  private static final int USE = 5;
  private static final String WRITE_SESSION = Table.SESSIONS.update(USE);
  private static final String DELETE_INVITE = "DELETE FROM invites WHERE code = ?";
  private static final String DELETE_SESSION = "DELETE FROM sessions WHERE token = ?";

  private final Ledger ledger;
  private final Sql sql;
  private final People people;

  PeopleWrites(Ledger ledger) {
    this.ledger = ledger;
    this.sql = ledger.sql();
    this.people = new People(sql);
  }

  boolean add(Account account) throws SQLException {
    if (people.account(account.user()).isPresent()) {
      return false;
    }
    var row = new Kept<>(sql.next(Table.ACCOUNTS), account);
    sql.insert(ADD_ACCOUNT, Table.ACCOUNTS, People.columns(row.id(), row.value()));
    ledger.stand(ledger.standing().withAccounts(1));
    return true;
  }

  Admission admit(Account account, TokenHash code, Instant now) throws SQLException {
    var invite = people.invite(code).filter(it -> now.isBefore(it.expiresAt()));
    if (invite.isEmpty()) {
      return Admission.NOT_INVITED;
    }
    if (!add(account)) {
      return Admission.NAME_TAKEN;
    }
    sql.update(DELETE_INVITE, code.hex());
    return Admission.ADMITTED;
  }

  boolean replacePassword(String user, String expected, String hash) throws SQLException {
    return rewrite(
        livingAccount(user).filter(it -> it.value().passwordHash().equals(expected)),
        it ->
            new Account(
                it.user(), it.displayName(), it.country(), hash, it.state(), it.createdAt()));
  }

  boolean setState(String user, Account.State state) throws SQLException {
    return rewrite(
        livingAccount(user),
        it ->
            new Account(
                it.user(),
                it.displayName(),
                it.country(),
                it.passwordHash(),
                state,
                it.createdAt()));
  }

  boolean delete(String user) throws SQLException {
    boolean deleted =
        rewrite(
            livingAccount(user),
            it -> new Account(it.user(), "", "", "", Account.State.DELETED, it.createdAt()));
    if (deleted) {
      ledger.stand(ledger.standing().withAccounts(-1));
      removeSessions(user);
      var name = ledger.names().find(user);
      if (name.isPresent()) {
        ledger.mail().unmark(name.get());
      }
    }
    return deleted;
  }

  void add(Invite invite) throws SQLException {
    sql.update(DELETE_INVITE, invite.code().hex());
    sql.insert(
        ADD_INVITE,
        Table.INVITES,
        sql.next(Table.INVITES),
        invite.code().hex(),
        invite.note(),
        Times.stored(invite.createdAt()),
        Times.stored(invite.expiresAt()));
  }

  boolean removeInvite(TokenHash code) throws SQLException {
    return sql.update(DELETE_INVITE, code.hex()) > 0;
  }

  void add(StoredSession session) throws SQLException {
    removeSession(session.token());
    var row = new Kept<>(sql.next(Table.SESSIONS), session);
    sql.insert(ADD_SESSION, Table.SESSIONS, People.columns(row.id(), row.value()));
    ledger.stand(ledger.standing().withSessions(1));
  }

  boolean use(TokenHash token, StoredSession.Use use) throws SQLException {
    var found = people.keptSession(token);
    if (found.isEmpty()) {
      return false;
    }
    var row = new Kept<>(found.get().id(), found.get().value().used(use));
    sql.rewrite(WRITE_SESSION, Table.SESSIONS, USE, People.columns(row.id(), row.value()));
    return true;
  }

  boolean removeSession(TokenHash token) throws SQLException {
    boolean removed = sql.update(DELETE_SESSION, token.hex()) > 0;
    if (removed) {
      ledger.stand(ledger.standing().withSessions(-1));
    }
    return removed;
  }

  List<TokenHash> removeSessions(String user) throws SQLException {
    return remove(people.sessions(user));
  }

  List<TokenHash> expire(Expiry expiry) throws SQLException {
    var expired =
        sql.list(
            Table.SESSIONS,
            EXPIRED,
            People::session,
            Times.bound(expiry.usedBefore()),
            Times.bound(expiry.createdBefore()),
            (long) expiry.limit());
    return remove(expired);
  }

  private List<TokenHash> remove(List<StoredSession> sessions) throws SQLException {
    for (var session : sessions) {
      removeSession(session.token());
    }
    return sessions.stream().map(StoredSession::token).toList();
  }

  private Optional<Kept<Account>> livingAccount(String user) throws SQLException {
    return people.keptAccount(user).filter(it -> it.value().state() != Account.State.DELETED);
  }

  private boolean rewrite(Optional<Kept<Account>> found, UnaryOperator<Account> change)
      throws SQLException {
    if (found.isEmpty()) {
      return false;
    }
    var row = new Kept<>(found.get().id(), change.apply(found.get().value()));
    sql.rewrite(WRITE_ACCOUNT, Table.ACCOUNTS, AFTER_NAME, People.columns(row.id(), row.value()));
    return true;
  }
}
