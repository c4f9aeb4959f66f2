package octavo.model;

/// Where a link leads. A reader makes [Written] targets; compiling an edition turns each into one of the others.
public sealed interface Target {
    /// As it stands in the source, not yet understood.
    record Written(String href) implements Target {}

    /// A place on the web, or any other absolute address (`mailto:`, `xmpp:`).
    record Web(String address) implements Target {}

    /// A place inside the same edition.
    ///
    /// @param anchor an issue's [Issue#anchor()], a heading's id or any other id of the edition
    record Internal(String anchor) implements Target {}

    /// A link whose place does not exist; its text stays, the link goes.
    record Dead(String href) implements Target {}
}
