/// For tests that feed parsers with what nobody would send.
package kabar.testkit.fuzzing;
