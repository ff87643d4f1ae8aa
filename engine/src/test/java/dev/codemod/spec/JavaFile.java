package dev.codemod.spec;

/** The text of a generated Java file, between the marks that keep Spotless from formatting it. */
final class JavaFile {
    private final StringBuilder text = new StringBuilder();

    /** Starts a file of package {@code dev.codemod.tree} with the header that says where it comes from. */
    JavaFile() {
        text.append("// spotless:off\n");
        text.append(
                "// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.\n");
        text.append("package dev.codemod.tree;\n\n");
    }

    /** Appends a line made by {@link String#format}. */
    JavaFile line(String format, Object... arguments) {
        text.append(arguments.length == 0 ? format : String.format(format, arguments))
                .append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text + "// spotless:on\n";
    }
}
