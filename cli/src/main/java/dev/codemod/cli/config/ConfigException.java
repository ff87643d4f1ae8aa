package dev.codemod.cli.config;

/** A configuration that cannot be used; the message says where, as {@code file:line:column: what is wrong}. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }

    /** Returns the error that a file does not keep to its format, in one line. */
    static ConfigException notReadable(String place, String format, String problem) {
        return new ConfigException(place + ": not " + format + ": " + problem.replaceAll("\\s*\\R\\s*", " "));
    }
}
