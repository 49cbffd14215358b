// What HdrHistogram needs and exports; its jar does not say.
open module HdrHistogram {
  exports org.HdrHistogram;
  exports org.HdrHistogram.packedarray;
}
