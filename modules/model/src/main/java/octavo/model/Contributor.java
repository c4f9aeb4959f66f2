package octavo.model;

/// Somebody who had a part in an issue or an edition.
///
/// @param name as written
/// @param role what the part was
public record Contributor(String name, Role role) {
    /// What somebody did. A book says it by the relator codes of the Library of Congress (MARC).
    public enum Role {
        AUTHOR("aut"),
        TRANSLATOR("trl"),
        EDITOR("edt"),
        ILLUSTRATOR("ill"),
        /// Any other part.
        CONTRIBUTOR("ctb");

        private final String relator;

        Role(String relator) {
            this.relator = relator;
        }

        /// The code of three letters, such as `trl`.
        public String relator() {
            return relator;
        }
    }
}
