package kabar.store.sqlite;

/// Something that has a row.
///
/// @param id the row's number
record Kept<T>(long id, T value) {}
