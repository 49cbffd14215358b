/// Tests of the client core, most of them in virtual time.
@NullMarked
package kabar.client;

import org.jspecify.annotations.NullMarked;
