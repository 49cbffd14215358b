/// All that the full-screen client shows, as values: what the panels paint and the reducer makes.
package kabar.tui.state;
