package octavo.delivery.journal;

/// A delivery that a sender holds for the length of a lease.
///
/// @param fence goes up with each claim: what an earlier holder writes late changes nothing any more
/// @param language the tag of the edition
/// @param tries how often it was tried before
/// @param name empty where it is not known
public record Claim(long subscriber, long fence, String language, int tries, String email, String name) {
    /// What stands behind the `@`, in small letters.
    public String domain() {
        return email.substring(email.lastIndexOf('@') + 1);
    }
}
