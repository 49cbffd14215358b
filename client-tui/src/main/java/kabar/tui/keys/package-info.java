/// What a terminal sends, as keys and text. In reading order: an `Input` is what the program gets,
/// a `Key` is what `keys.toml` names, and `KeyDecoder` makes inputs of bytes: at any moment a
/// `Stage` says what the next byte belongs to.
package kabar.tui.keys;
