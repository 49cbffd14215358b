/// Dialogues of the text dialect as data, and what runs them against a server, wherever it is. In
/// reading order: a {@link kabar.testkit.transcript.Transcript} is played by a
/// {@link kabar.testkit.transcript.TranscriptRunner}, which speaks over
/// {@link kabar.testkit.transcript.Wire}s.
///
/// # The form of a transcript
///
/// - `C: ` is a request; it goes out with a space and CR LF behind it, as the original clients have
///   it.
/// - `C= ` is sent as it is written, with `\xNN` for a byte, and nothing is added.
/// - `S: ` is a reply, exactly, without the CR LF CR LF behind it. Several answer several requests.
/// - `T1`, `T2` … stand for tokens; the first `S: ` that shows one binds it.
/// - `@2` goes on with a second connection, `@1` goes back.
/// - `#` begins a comment; the first one names the dialect: `dialect chat`.
package kabar.testkit.transcript;
