/** How what others provide is found: backends, callbacks, transforms, datasets, metrics. */
@NullMarked
package dev.plenum.api.service;

import org.jspecify.annotations.NullMarked;
