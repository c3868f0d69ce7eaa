/** Names and texts from outside, made fit for where they go: a terminal, Markdown, the name of a folder. */
@NullMarked
package dev.plenum.app.text;

import org.jspecify.annotations.NullMarked;
