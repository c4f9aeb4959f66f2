package octavo.delivery.subscriber;

import java.util.Optional;
import octavo.delivery.State;

/// How a file is imported.
///
/// @param list the list's name
/// @param newList whether the list is made where there are others already
/// @param state of whom the file does not say one
/// @param reactivate whether those who are gone come back where the file says so; never those suppressed
/// @param dryRun whether everything is done but kept
/// @param strict whether nothing is kept where something is wrong with the file
/// @param encoding of the file, where it is not UTF-8
public record ImportOptions(
        String list,
        boolean newList,
        State state,
        boolean reactivate,
        boolean dryRun,
        boolean strict,
        Optional<String> encoding) {}
