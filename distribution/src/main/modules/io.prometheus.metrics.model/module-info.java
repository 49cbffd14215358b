// What prometheus-metrics-model needs and exports; its jar does not say.
open module io.prometheus.metrics.model {
  requires io.prometheus.metrics.config;

  exports io.prometheus.metrics.model.registry;
  exports io.prometheus.metrics.model.snapshots;
}
