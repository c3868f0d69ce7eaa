/** What a classifier is measured by: the interface for metrics of one's own, and those that come with it. */
@NullMarked
package dev.plenum.api.metric;

import org.jspecify.annotations.NullMarked;
