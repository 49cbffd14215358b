/// What the build runs to finish the image: it writes the manual pages and completions of the
/// programs, and trains their caches. None of it is in the image.
@NullMarked
package kabar.packaging;

import org.jspecify.annotations.NullMarked;
