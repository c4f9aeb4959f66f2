/// Editions as printable PDF, laid out by Flying Saucer; start at [octavo.pdf.PdfRenderer].
@NullMarked
package octavo.pdf;

import org.jspecify.annotations.NullMarked;
