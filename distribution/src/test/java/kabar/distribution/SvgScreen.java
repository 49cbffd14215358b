package kabar.distribution;

import java.util.List;
import java.util.Locale;

/// Draws a screen as SVG: each cluster stands in its cell, whatever font there is, and lines of
/// boxes are lines.
///
/// @param ink the terminal's own colour of text, as `#rrggbb`
/// @param ground the terminal's own background
record SvgScreen(String ink, String ground, int columns, int rows) {
  private static final double CELL_WIDTH = 8.4;
  private static final int CELL_HEIGHT = 17;
  private static final int BASELINE = 13;
  private static final int MARGIN = 10;

  /// @param styled as `tmux capture-pane -e` tells it
  String draw(String styled) {
    var drawn = Drawn.rows(styled);
    var svg = new StringBuilder(begin());
    drawGrounds(drawn, svg);
    for (int row = 0; row < Math.min(rows, drawn.size()); row++) {
      for (var cluster : drawn.get(row)) {
        svg.append(cluster(cluster, row));
      }
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private String begin() {
    var width = number(columns * CELL_WIDTH + 2 * MARGIN);
    int height = rows * CELL_HEIGHT + 2 * MARGIN;
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %d" width="%s" height="%d">
      <style>text{font:14px "DejaVu Sans Mono","Menlo","Consolas",monospace;white-space:pre}.b{font-weight:bold}.u{text-decoration:underline}.f{opacity:.6}</style>
      <rect width="100%%" height="100%%" rx="6" fill="%s"/>
      <g transform="translate(%d %d)">
      """
        .formatted(width, height, width, height, ground, MARGIN, MARGIN);
  }

  /// Neighbours with one background have one rectangle: no seams.
  private void drawGrounds(List<List<Drawn>> drawn, StringBuilder svg) {
    for (int row = 0; row < Math.min(rows, drawn.size()); row++) {
      var clusters = drawn.get(row);
      int from = 0;
      for (int at = 1; at <= clusters.size(); at++) {
        if (at == clusters.size() || !behind(clusters.get(at)).equals(behind(clusters.get(from)))) {
          svg.append(ground(clusters.subList(from, at), row));
          from = at;
        }
      }
    }
  }

  private String ground(List<Drawn> clusters, int row) {
    if (clusters.isEmpty() || behind(clusters.getFirst()).equals(ground)) {
      return "";
    }
    var first = clusters.getFirst();
    var last = clusters.getLast();
    return "<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" fill=\"%s\"/>\n"
        .formatted(
            x(first.column()),
            row * CELL_HEIGHT,
            number((last.column() + last.cells() - first.column()) * CELL_WIDTH),
            CELL_HEIGHT,
            behind(first));
  }

  private String cluster(Drawn drawn, int row) {
    int top = row * CELL_HEIGHT;
    int middle = top + CELL_HEIGHT / 2;
    return switch (drawn.cluster()) {
      case " " -> drawn.look().isUnderlined() ? text(drawn, top) : "";
      case "│" ->
          line(drawn, drawn.column() + 0.5, top, drawn.column() + 0.5, top + CELL_HEIGHT, "");
      case "─" -> line(drawn, drawn.column(), middle, drawn.column() + 1.0, middle, "");
      case "╌" ->
          line(
              drawn,
              drawn.column(),
              middle,
              drawn.column() + 1.0,
              middle,
              " stroke-dasharray=\"3 1.2\"");
      default -> text(drawn, top);
    };
  }

  private String text(Drawn drawn, int top) {
    return "<text x=\"%s\" y=\"%d\" fill=\"%s\"%s>%s</text>\n"
        .formatted(
            x(drawn.column()),
            top + BASELINE,
            front(drawn),
            style(drawn.look()),
            escaped(drawn.cluster()));
  }

  private String line(
      Drawn drawn, double fromColumn, int fromY, double toColumn, int toY, String dashes) {
    return "<line x1=\"%s\" y1=\"%d\" x2=\"%s\" y2=\"%d\" stroke=\"%s\"%s%s/>\n"
        .formatted(
            x(fromColumn), fromY, x(toColumn), toY, front(drawn), dashes, style(drawn.look()));
  }

  private static String style(Sgr look) {
    var names =
        (look.isBold() ? "b " : "")
            + (look.isUnderlined() ? "u " : "")
            + (look.isFaint() ? "f " : "");
    return names.isEmpty() ? "" : " class=\"" + names.strip() + "\"";
  }

  private String front(Drawn drawn) {
    return drawn.look().isReverse() ? ownGround(drawn.look()) : ownInk(drawn.look());
  }

  private String behind(Drawn drawn) {
    return drawn.look().isReverse() ? ownInk(drawn.look()) : ownGround(drawn.look());
  }

  private String ownInk(Sgr look) {
    return look.ink().isEmpty() ? ink : look.ink();
  }

  private String ownGround(Sgr look) {
    return look.ground().isEmpty() ? ground : look.ground();
  }

  private static String x(double column) {
    return number(column * CELL_WIDTH);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
