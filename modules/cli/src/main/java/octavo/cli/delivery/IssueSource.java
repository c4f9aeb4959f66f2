package octavo.cli.delivery;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.cli.shell.Report;
import octavo.cli.shell.WrongUsage;
import octavo.delivery.campaign.Content;
import octavo.model.Language;
import octavo.reader.Settings;

/// Where issues come from, ready for their lists. It has the options of the command line that say how issues look.
public interface IssueSource {
    /// The environment with the settings of this run over its own.
    Map<String, String> environment();

    /// Finds an issue.
    ///
    /// @param issue the path of its file in any language, its id, or the last part of its id
    /// @param archive its folder; empty for the one around the file or the current folder
    /// @param report told of what is wrong with the issue
    /// @throws WrongUsage where there is no such issue, or more than one
    Found find(String issue, Optional<Path> archive, Report report);

    /// An issue.
    interface Found {
        /// The archive's.
        Settings settings();

        /// The same for all languages.
        String id();

        /// For the operator: that of the main language, where there is one in it.
        String title();

        /// In which languages it is, the publication's main language first.
        List<Version> versions();

        /// Composes its messages.
        ///
        /// @param languages some of those that there are
        /// @param start the messages' date
        Messages messages(List<Language> languages, Instant start);
    }

    /// @param draft whether it is not ready to be sent
    record Version(Language language, boolean draft) {}

    /// @param pictures puts the pictures that the messages point to where a web server finds them
    record Messages(List<Content> contents, Runnable pictures) {
        public Messages {
            contents = List.copyOf(contents);
        }
    }
}
