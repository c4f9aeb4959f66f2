package octavo.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What stands before every command.
@Command(
        name = "octavo",
        mixinStandardHelpOptions = true,
        versionProvider = OctavoCommand.Version.class,
        description = "Turns an archive of newsletter issues into a printable digest, a yearly ePub and emails.",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0    done",
            "  1    failed; one sentence says why",
            "  2    wrong usage",
            "  3    problems found (--strict, doctor, email dkim, store check)",
            "  5    partly sent; the rest can be sent by --join or resume",
            "  130  interrupted",
            "",
            "Try it: octavo init my-letter && octavo build my-letter -t pdf,epub,email"
        })
final class OctavoCommand implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /// The version that the build wrote into the jar.
    static final class Version implements picocli.CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"octavo " + number()};
        }

        static String number() {
            String version = Version.class.getPackage().getImplementationVersion();
            return version == null ? "(not packaged)" : version;
        }
    }
}
