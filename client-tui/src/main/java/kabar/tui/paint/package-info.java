/// What is to be seen: a grid of cells that panels paint into, and what its cells mean.
package kabar.tui.paint;
