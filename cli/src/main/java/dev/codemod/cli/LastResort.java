package dev.codemod.cli;

/**
 * Puts a failure of this program itself into one line, which asks for a report unless it is only memory that is missing;
 * users never see a stack trace.
 */
final class LastResort {
    private LastResort() {}

    /** Returns what to tell the user about {@code error}, which ended the work on a file. */
    static String message(Throwable error) {
        if (error instanceof OutOfMemoryError) {
            return "out of memory; let the JVM have more, for example with CODEMOD_OPTS=-Xmx4g, or name fewer paths";
        }
        String text = error.getClass().getSimpleName();
        if (error.getMessage() != null && !error.getMessage().isEmpty()) {
            text += " (" + error.getMessage().lines().findFirst().orElse("") + ")";
        }
        StackTraceElement[] trace = error.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
        return "internal error, please report it with the file: " + text + where;
    }
}
