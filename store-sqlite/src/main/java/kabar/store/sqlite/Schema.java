package kabar.store.sqlite;

import java.sql.SQLException;
import java.util.List;
import kabar.api.store.StoreException;

/// What the database looks like, and how it came to look so. `PRAGMA user_version` tells how many
/// of the steps a file has; a step is never changed after its release, only followed by another.
///
/// @param steps each brings the schema one version on
record Schema(List<Step> steps) {
  /// `Kbar`: tells our files from any other program's.
  static final int APPLICATION = 0x4b626172;

  /// One version more.
  ///
  /// @param statements run first, in their order
  /// @param grown the tables that got a column by them, whose rows are sealed anew
  record Step(List<String> statements, List<Grown> grown) {

    static Step of(String... statements) {
      return new Step(List.of(statements), List.of());
    }
  }

  /// A table that got a column.
  ///
  /// @param before as it was
  /// @param after as it is
  record Grown(Table before, Table after) {}

  private static final Step FIRST =
      Step.of(
          """
          CREATE TABLE store (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            incarnation TEXT NOT NULL, -- which store this is
            position INTEGER NOT NULL, -- the last in the commit order
            purged INTEGER NOT NULL, -- the newest message that was purged
            accounts INTEGER NOT NULL, -- how many there are of each
            sessions INTEGER NOT NULL,
            messages INTEGER NOT NULL,
            crc INTEGER NOT NULL
          ) STRICT""",
          """
          CREATE TABLE names (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE, -- of whoever sent or received a message
            crc INTEGER NOT NULL
          ) STRICT""",
          """
          CREATE TABLE accounts (
            id INTEGER PRIMARY KEY,
            user TEXT NOT NULL UNIQUE,
            display_name TEXT NOT NULL,
            country TEXT NOT NULL,
            hash TEXT NOT NULL, -- of the password
            state TEXT NOT NULL, -- ACTIVE, DISABLED or DELETED
            created INTEGER NOT NULL, -- moments are nanoseconds since 1970
            crc INTEGER NOT NULL
          ) STRICT""",
          """
          CREATE TABLE invites (
            id INTEGER PRIMARY KEY,
            code TEXT NOT NULL UNIQUE, -- SHA-256
            note TEXT NOT NULL,
            created INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            crc INTEGER NOT NULL
          ) STRICT""",
          """
          CREATE TABLE sessions (
            id INTEGER PRIMARY KEY,
            token TEXT NOT NULL UNIQUE, -- SHA-256
            user TEXT NOT NULL,
            device TEXT NOT NULL,
            created INTEGER NOT NULL,
            used INTEGER NOT NULL,
            transport TEXT NOT NULL, -- of the last use
            address TEXT NOT NULL,
            crc INTEGER NOT NULL
          ) STRICT""",
          "CREATE INDEX sessions_of_user ON sessions (user)",
          "CREATE INDEX sessions_by_use ON sessions (used)",
          "CREATE INDEX sessions_by_age ON sessions (created)",
          """
          CREATE TABLE conversations ( -- one row for each side
            id INTEGER PRIMARY KEY,
            owner INTEGER NOT NULL REFERENCES names, -- whose side
            peer INTEGER NOT NULL REFERENCES names,
            marker INTEGER NOT NULL, -- the newest message that was read
            seen INTEGER NOT NULL, -- how many of those received the marker covers
            moved INTEGER NOT NULL, -- where the marker's last move stands in the commit order
            last INTEGER NOT NULL, -- the newest message of either side, 0 for none
            received INTEGER NOT NULL, -- how many the peer ever sent
            purged INTEGER NOT NULL, -- how many of these are gone
            crc INTEGER NOT NULL,
            UNIQUE (owner, peer)
          ) STRICT""",
          "CREATE INDEX conversations_by_last ON conversations (owner, last)",
          "CREATE INDEX conversations_by_move ON conversations (owner, moved) WHERE moved > 0",
          """
          CREATE TABLE messages (
            id INTEGER PRIMARY KEY, -- its position in the commit order
            conversation INTEGER NOT NULL REFERENCES conversations, -- the receiver's side
            sender INTEGER NOT NULL REFERENCES names,
            receiver INTEGER NOT NULL REFERENCES names,
            nth INTEGER NOT NULL, -- counts those of this sender to this receiver
            text TEXT NOT NULL,
            key TEXT NOT NULL, -- the sender's own, empty for none
            at INTEGER NOT NULL,
            crc INTEGER NOT NULL
          ) STRICT""",
          "CREATE INDEX messages_of_conversation ON messages (conversation)",
          "CREATE INDEX messages_of_receiver ON messages (receiver)",
          "CREATE INDEX messages_of_sender ON messages (sender)",
          "CREATE UNIQUE INDEX messages_by_key ON messages (sender, key) WHERE key <> ''",
          """
          CREATE VIEW mail AS -- for people: the messages with their names and times
          SELECT m.id, s.name AS sender, r.name AS receiver, m.text,
            strftime('%Y-%m-%dT%H:%M:%fZ', m.at / 1e9, 'unixepoch') AS at
          FROM messages m JOIN names s ON s.id = m.sender JOIN names r ON r.id = m.receiver""");

  /// The table `sessions` of the first version.
  static final Table FIRST_SESSIONS = Table.SESSIONS.withoutLastColumn();

  private static final Step BOUND_SESSIONS =
      new Step(
          List.of(
              """
              ALTER TABLE sessions ADD COLUMN
                bound TEXT NOT NULL DEFAULT '' /* the only address it is good at */"""),
          List.of(new Grown(FIRST_SESSIONS, Table.SESSIONS)));

  /// The schema of this version of Kabar.
  static final Schema CURRENT = new Schema(List.of(FIRST, BOUND_SESSIONS));

  int version() {
    return steps.size();
  }

  /// The version of a database; 0 for an empty file.
  ///
  /// @throws StoreException if it is not ours, or newer than this
  int versionOf(Sql sql) throws SQLException {
    long application = sql.number("PRAGMA application_id");
    int version = (int) sql.number("PRAGMA user_version");
    boolean isEmpty = sql.number("SELECT count(*) FROM sqlite_schema") == 0;
    if (application != APPLICATION && !isEmpty) {
      throw new StoreException(
          "the file is a database of another program, not of kabard: give it another folder");
    }
    if (version > version()) {
      throw new StoreException(
          "the database has schema %d, of a newer kabard (this one knows up to %d): use that one"
              .formatted(version, version()));
    }
    return isEmpty ? 0 : version;
  }

  /// Runs the steps that a database does not have yet, all or none of them. Nothing is written if
  /// it has all.
  void upgrade(Sql sql, int from) throws SQLException {
    if (from == steps.size()) {
      return;
    }
    sql.run("BEGIN IMMEDIATE", "PRAGMA application_id = " + APPLICATION);
    try {
      for (var step : steps.subList(from, steps.size())) {
        sql.run(step.statements().toArray(String[]::new));
        for (var table : step.grown()) {
          sql.resealAll(table.before(), table.after());
        }
      }
      if (from == 0) {
        Standing.begin().insert(sql);
      }
      sql.run("PRAGMA user_version = " + version(), "COMMIT");
    } catch (SQLException e) {
      sql.run("ROLLBACK");
      throw e;
    }
  }
}
