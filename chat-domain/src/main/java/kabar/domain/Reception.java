package kabar.domain;

/// What all connections of a server have in common.
///
/// @param dispatcher carries out their commands
/// @param door who let them in and wants to know when one first speaks and when it is gone
/// @param idleWatch who ends those of a live dialect that have said nothing for too long
/// @param maxUnanswered requests of one connection that may wait for their answer before it is no
///     longer read from
record Reception(CommandDispatcher dispatcher, Door door, IdleWatch idleWatch, int maxUnanswered) {}
