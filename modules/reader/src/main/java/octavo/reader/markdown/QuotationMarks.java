package octavo.reader.markdown;

import octavo.model.Language;

/// Quotation marks of a language, outer and inner, as the Unicode CLDR lists them.
record QuotationMarks(String open, String close, String innerOpen, String innerClose) {
    private static final String NARROW_SPACE = "\u202F";

    static QuotationMarks of(Language language) {
        if (language.tag().equals("de-CH") || language.tag().equals("de-LI")) {
            return new QuotationMarks("«", "»", "‹", "›");
        }
        return switch (language.primary()) {
            case "de", "cs", "sk", "sl", "is", "lt", "et", "ka", "bg" -> new QuotationMarks("„", "“", "‚", "‘");
            case "fr" -> new QuotationMarks("«" + NARROW_SPACE, NARROW_SPACE + "»", "“", "”");
            case "es", "it", "ca", "gl", "eu", "el" -> new QuotationMarks("«", "»", "“", "”");
            case "ru", "uk", "be" -> new QuotationMarks("«", "»", "„", "“");
            case "pl", "ro" -> new QuotationMarks("„", "”", "«", "»");
            case "hu" -> new QuotationMarks("„", "”", "»", "«");
            case "nb", "nn", "no" -> new QuotationMarks("«", "»", "‘", "’");
            case "sv", "fi" -> new QuotationMarks("”", "”", "’", "’");
            case "he" -> new QuotationMarks("”", "”", "’", "’");
            case "ar" -> new QuotationMarks("”", "“", "’", "‘");
            case "ja" -> new QuotationMarks("「", "」", "『", "』");
            default ->
                language.tag().equals("pt-PT")
                        ? new QuotationMarks("«", "»", "“", "”")
                        : new QuotationMarks("“", "”", "‘", "’");
        };
    }
}
