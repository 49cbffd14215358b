package kabar.store.sqlite;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table, with its columns in the order in which rows are sealed and read. The first column is
/// the row's number; behind the last comes `crc`.
///
/// @param tag sets its seals apart from those of other tables
/// @param sql its name in SQL
/// @param row what one row of it is called
/// @param columns without `crc`
record Table(int tag, String sql, String row, List<Column> columns) {
  private static final String TEXT = ":text";

  static final Table STORE =
      of(
          1,
          "store",
          "the row of",
          "id incarnation:text position purged accounts sessions messages");
  static final Table NAMES = of(2, "names", "name", "id name:text");
  static final Table ACCOUNTS =
      of(
          3,
          "accounts",
          "account",
          "id user:text display_name:text country:text hash:text state:text created");
  static final Table INVITES = of(4, "invites", "invite", "id code:text note:text created expires");
  static final Table SESSIONS =
      of(
          5,
          "sessions",
          "session",
          "id token:text user:text device:text created used transport:text address:text bound:text");
  static final Table CONVERSATIONS =
      of(
          6,
          "conversations",
          "conversation",
          "id owner peer marker seen moved last received purged");
  static final Table MESSAGES =
      of(7, "messages", "message", "id conversation sender receiver nth text:text key:text at");

  /// All of them.
  static final List<Table> ALL =
      List.of(STORE, NAMES, ACCOUNTS, INVITES, SESSIONS, CONVERSATIONS, MESSAGES);

  /// A column, which holds numbers or texts and is never empty.
  record Column(String name, boolean isText) {}

  /// The table as it was before its last column was added.
  Table withoutLastColumn() {
    return new Table(tag, sql, row, columns.subList(0, columns.size() - 1));
  }

  private static Table of(int tag, String sql, String row, String columns) {
    return new Table(
        tag,
        sql,
        row,
        Stream.of(columns.split(" "))
            .map(it -> new Column(it.replace(TEXT, ""), it.endsWith(TEXT)))
            .toList());
  }

  /// The statement that reads whole rows.
  ///
  /// @param rest what follows the name of the table
  String select(String rest) {
    return "SELECT %s, crc FROM %s %s".formatted(names(), sql, rest);
  }

  /// The statement that adds a sealed row.
  String insert() {
    return "INSERT INTO %s (%s, crc) VALUES (%s?)"
        .formatted(sql, names(), "?, ".repeat(columns.size()));
  }

  /// The statement that writes the later columns of a row anew; takes these, the seal, and the
  /// row's number. What it does not set costs nothing: above all the number, for whose sake SQLite
  /// would look at every row that refers to it.
  ///
  /// @param from the first column that is written
  String update(int from) {
    var assignments =
        columns.stream().skip(from).map(it -> it.name() + " = ?").collect(Collectors.joining(", "));
    return "UPDATE %s SET %s, crc = ? WHERE id = ?".formatted(sql, assignments);
  }

  /// The statement that seals a row anew; takes the seal and the row's number.
  String updateSeal() {
    return "UPDATE %s SET crc = ? WHERE id = ?".formatted(sql);
  }

  private String names() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
