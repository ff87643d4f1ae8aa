package dev.codemod.cli;

/** Reports a failure of this program itself in one line, which asks for a report. */
final class LastResort {
    private LastResort() {}

    /**
     * Reports {@code error}.
     *
     * @param file the file that was being processed, or null if that is not known
     */
    static void report(Console console, String file, Throwable error) {
        String message =
                "internal error: " + describe(error) + "; please report it" + (file == null ? "" : " with this file");
        if (file == null) {
            console.error(message);
        } else {
            console.error(file, message);
        }
    }

    private static String describe(Throwable error) {
        String text = error.getClass().getSimpleName();
        if (error.getMessage() != null) {
            text += " (" + error.getMessage().lines().findFirst().orElse("") + ")";
        }
        StackTraceElement[] trace = error.getStackTrace();
        return trace.length == 0 ? text : text + " in " + trace[0];
    }
}
