/// What people and scripts read: texts that cannot drive a terminal, aligned tables, and JSON on
/// one line.
package kabar.protocol.print;
