package octavo.model;

/// The direction in which a language is written.
public enum Direction {
    LTR,
    RTL
}
