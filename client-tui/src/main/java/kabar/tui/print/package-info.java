/// How the command line prints: a {@link Printer} for both streams, {@link Shapes} for scripts,
/// {@link Rows} and {@link Messages} for people.
package kabar.tui.print;
