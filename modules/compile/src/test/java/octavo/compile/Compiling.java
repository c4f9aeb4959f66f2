package octavo.compile;

import static octavo.compile.Documents.archive;
import static octavo.compile.Documents.issue;

import octavo.model.CompilationRules;
import octavo.model.Edition;
import octavo.model.Issue;

/// Makes editions of issues by hand, and keeps what was reported.
abstract class Compiling {
    final Documents.Reports reports = new Documents.Reports();

    Edition compiled(CompilationRules rules, Issue... issues) {
        return Editions.compilations(archive(issues), Selection.ALL, rules, reports)
                .getFirst();
    }

    Edition compiled(Issue... issues) {
        return compiled(CompilationRules.DEFAULT, issues);
    }

    Edition single(Issue issue) {
        return Editions.singles(archive(issue), Selection.ALL, CompilationRules.DEFAULT, reports)
                .getFirst();
    }
}
