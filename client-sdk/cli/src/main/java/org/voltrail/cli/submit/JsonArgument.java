package org.voltrail.cli.submit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;

/** JSON given on the command line: itself, {@code @file}, or {@code -} for standard input. */
final class JsonArgument {

    private JsonArgument() {}

    static String read(String argument) {
        try {
            if (argument.equals("-")) {
                return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
            }
            return argument.startsWith("@") ? Files.readString(Path.of(argument.substring(1))) : argument;
        } catch (IOException e) {
            throw new CliException(ExitCode.LOCAL, argument + " cannot be read: " + e, null, e);
        }
    }
}
