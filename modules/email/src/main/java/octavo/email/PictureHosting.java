package octavo.email;

/// Where the pictures of a message are.
sealed interface PictureHosting {
    /// On the publication's web site, but for those that are not there or that mail clients cannot show: these travel
    /// inside the message.
    record Site() implements PictureHosting {}

    /// All inside the message.
    record Inside() implements PictureHosting {}

    /// All in a folder of a web server, made for mail.
    ///
    /// @param address of the folder, ends in a slash
    record Assets(String address) implements PictureHosting {}
}
