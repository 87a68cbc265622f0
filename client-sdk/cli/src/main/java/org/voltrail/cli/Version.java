package org.voltrail.cli;

import picocli.CommandLine.IVersionProvider;

/** Tells the version that the jar was built with. */
public final class Version implements IVersionProvider {

    /** For picocli. */
    public Version() {}

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "voltrail " + (version == null ? "(not packaged)" : version), "Java " + System.getProperty("java.version")
        };
    }
}
