package octavo.compile;

import java.util.Map;
import java.util.Set;
import octavo.model.Issue;

/// Where an issue stands in an edition.
///
/// @param anchor the id of its beginning
/// @param fragments by an id of the issue, where it is found in the edition
/// @param omitted ids of the issue that the edition leaves out
record Place(Issue issue, String anchor, Map<String, String> fragments, Set<String> omitted) {}
