/// Plain mode: messages as lines and nothing else, for screen readers, simple terminals and pipes.
/// What it makes of what happens is what `kabar tail` prints.
package kabar.tui.plain;
