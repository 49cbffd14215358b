/// The line client. In reading order: `LineClient` handles one `Event` after the other; `LineInput`
/// and `Answers` tell it of them, `TypedLine` reads what was typed, `Printout` and `Trace` say what
/// is printed, and `Screen` prints it. `LineDialect` is all that differs between the two originals.
package kabar.tui.line;
