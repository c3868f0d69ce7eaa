package dev.plenum.app.reproduce;

import dev.plenum.app.report.Html;

/**
 * A picture of the report.
 *
 * @param file the name of its file
 * @param png the file's content
 * @param figure the same in the page
 * @param isChart whether it may stand beside others
 */
record ReportPicture(String file, byte[] png, Html figure, boolean isChart) {}
