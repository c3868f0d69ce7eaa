/** Charts of trainings and pictures of results, drawn without a screen. */
@NullMarked
package dev.plenum.report;

import org.jspecify.annotations.NullMarked;
