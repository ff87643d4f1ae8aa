package dev.codemod.cli;

/** How the process ends. The numbers are part of the command's interface and listed by {@code codemod --help}. */
enum ExitCode {
    DONE(0, "done"),
    CHANGES_PENDING(1, "--check was given and something would change"),
    USAGE(2, "wrong usage or configuration"),
    INCOMPLETE(3, "done, but some files could not be processed"),
    FIXTURES_FAILED(4, "fixture tests failed"),
    REFUSED(5, "refused: the git tree has uncommitted changes"),
    UNSAFE_RESULT(6, "a safety check failed; the edits of that file were withdrawn"),
    INTERRUPTED(130, "interrupted");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }
}
