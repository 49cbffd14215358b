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
///
/// # The form of a dialogue in a document
///
/// A {@link kabar.testkit.transcript.Dialogue} is all examples of JSON-RPC in a Markdown document,
/// one behind the other: its code blocks that are marked `dialogue`. A
/// {@link kabar.testkit.transcript.DialogueRunner} plays it.
///
/// - `@ Messi's phone` says whose connection the next lines are on; it is opened when first named.
/// - `> ` is a line that the client sends, `< ` one that the server sends, exactly.
/// - `(a second later)` lets a second pass.
/// - A letter and a number stand for what is another one in every run, and for the same wherever
///   they stand again: `T1` a token, `C1` a cursor, `M1` the id of a message, `S1` that of a
///   session, `A1` a time, `N1` a number, `W1` some words, `I1` an invite.
///
/// # The form of a client's transcript
///
/// A {@link kabar.testkit.transcript.ClientTranscript} is what people see of a client that reads
/// lines. A {@link kabar.testkit.transcript.ClientTranscriptRunner} plays it at
/// {@link kabar.testkit.transcript.Terminal}s.
///
/// - `? ` is the prompt, exactly, spaces at its end included; several are one prompt of several
///   lines.
/// - `> ` is what is typed at it, before Enter. `^C` is Ctrl-C instead, `^D` the end of the input;
///   the program ends with them.
/// - `< ` is a line that is printed then, exactly. `<= ` has `\xNN` for a byte.
/// - `T1`, `T2` … stand for tokens, `T1[0..35]` for a part of one.
/// - `@2` goes on at a second terminal, `@1` goes back.
/// - `#` begins a comment; the first line is one and tells the dialect: `# dialect chat: …` or
///   `# dialect chat, traced: …`.
package kabar.testkit.transcript;
