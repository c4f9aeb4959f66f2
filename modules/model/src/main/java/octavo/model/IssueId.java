package octavo.model;

/// What an issue is called inside its archive, the same for all its languages: the path of its file below the
/// content folder, without language and ending, such as `newsletter/2024-02-05-newsletter`.
public record IssueId(String value) implements Comparable<IssueId> {
    public IssueId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an issue needs an id");
        }
    }

    /// The last part of the path, as in the names of the files made from an issue.
    public String slug() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    @Override
    public int compareTo(IssueId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
