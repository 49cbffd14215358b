/// The client core. One thread, `kabar-client`, owns the state of a client; whatever a caller asks
/// for is done there or on threads made for waiting, never on the caller's.
package kabar.client;
