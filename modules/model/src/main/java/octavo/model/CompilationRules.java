package octavo.model;

import java.util.List;
import java.util.Map;

/// How an archive's owner wants issues to be compiled.
///
/// @param year what the year of an issue means
/// @param once by language, the titles of sections that recur in every issue and stand once in a compilation
/// @param omit by language, the titles of sections that make no sense in a compilation
/// @param index what its index of names is like
public record CompilationRules(
        YearBasis year, Map<Language, List<String>> once, Map<Language, List<String>> omit, IndexRules index) {
    /// What the year of an issue means.
    public enum YearBasis {
        /// The year in which it was published.
        PUBLISHED,
        /// The year of the month that it reports on: the issue of 5 January covers December.
        COVERED
    }

    /// By publication, with no section treated apart.
    public static final CompilationRules DEFAULT =
            new CompilationRules(YearBasis.PUBLISHED, Map.of(), Map.of(), IndexRules.DEFAULT);

    public CompilationRules {
        once = Copies.ordered(once);
        omit = Copies.ordered(omit);
    }

    /// With the usual index.
    public CompilationRules(YearBasis year, Map<Language, List<String>> once, Map<Language, List<String>> omit) {
        this(year, once, omit, IndexRules.DEFAULT);
    }
}
