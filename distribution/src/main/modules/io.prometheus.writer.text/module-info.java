// What prometheus-metrics-exposition-textformats needs and exports; its jar does not say.
open module io.prometheus.writer.text {
  requires io.prometheus.metrics.config;
  requires io.prometheus.metrics.model;

  exports io.prometheus.metrics.expositionformats;
}
