/// The full-screen client as it runs: one thread that takes what happens from one queue, reduces
/// it,
/// carries out what follows, and paints.
package kabar.tui.program;
