/// What became of a campaign, to be read and passed on. Start at [octavo.cli.report.HtmlReport].
@NullMarked
package octavo.cli.report;

import org.jspecify.annotations.NullMarked;
