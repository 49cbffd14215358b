/// A store that keeps nothing beyond its life: for trials, and for tests of everything above a
/// store.
package kabar.domain.memory;
