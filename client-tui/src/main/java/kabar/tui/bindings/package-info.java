/// What keys do: every thing that can be done by a key has a name, and a table says which key does
/// it where.
package kabar.tui.bindings;
