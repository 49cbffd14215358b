// What prometheus-metrics-tracer-common needs and exports; its jar does not say.
open module io.prometheus.metrics.tracer.common {
  exports io.prometheus.metrics.tracer.common;
}
