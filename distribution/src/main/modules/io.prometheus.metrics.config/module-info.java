// What prometheus-metrics-config needs and exports; its jar does not say.
open module io.prometheus.metrics.config {
  exports io.prometheus.metrics.config;
}
