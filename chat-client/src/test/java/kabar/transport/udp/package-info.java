/// What a model of clients needs of the UDP transport's insides to run it in virtual time.
@NullMarked
package kabar.transport.udp;

import org.jspecify.annotations.NullMarked;
