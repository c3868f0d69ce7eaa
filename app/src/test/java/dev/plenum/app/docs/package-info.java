/** What the pages in docs show, done. */
@NullMarked
package dev.plenum.app.docs;

import org.jspecify.annotations.NullMarked;
