/// A store that keeps nothing beyond its life, for trials and for tests of what lies above a store.
package kabar.domain.memory;
