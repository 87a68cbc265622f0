package org.voltrail.cli;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Help that lists a command's own options; those that all commands take are listed by {@code voltrail --help}. */
final class OwnOptionsHelp extends Help {

    OwnOptionsHelp(CommandSpec spec, ColorScheme colours) {
        super(spec, colours);
    }

    @Override
    public String optionListExcludingGroups(List<OptionSpec> options) {
        List<OptionSpec> own = options.stream().filter(option -> !option.inherited()).toList();
        return super.optionListExcludingGroups(own)
                + (own.size() == options.size() ? "" : "Also --profile, --identity, --json and others; see \"voltrail --help\"." + System.lineSeparator());
    }
}
