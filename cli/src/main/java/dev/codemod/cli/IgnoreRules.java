package dev.codemod.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * The ignore rules that hold in one folder: those of its own {@code .gitignore} and, behind them, those of the folders
 * above it, down to the repository's {@code info/exclude}.
 *
 * <p>Whoever walks must not enter an ignored folder: as in git, nothing below it can be taken back in.
 */
final class IgnoreRules {
    private final IgnoreRules parent;

    /** The rules of one file; null where there are none, which spares small runs the loading of the library. */
    private final IgnoreNode node;

    /** Length of the path of the folder in which the rules stand, with its final slash; 0 at the top. */
    private final int prefixLength;

    private IgnoreRules(IgnoreRules parent, IgnoreNode node, int prefixLength) {
        this.parent = parent;
        this.node = node;
        this.prefixLength = prefixLength;
    }

    /** Returns rules that ignore nothing. */
    static IgnoreRules none() {
        return new IgnoreRules(null, null, 0);
    }

    /** Returns rules written in the syntax of {@code .gitignore}, relative to the top. */
    static IgnoreRules of(List<String> patterns) throws IOException {
        byte[] text = String.join("\n", patterns).getBytes(StandardCharsets.UTF_8);
        return new IgnoreRules(null, parse(new ByteArrayInputStream(text)), 0);
    }

    /**
     * Returns these rules with those of {@code file} before them; these alone if there is no such file.
     *
     * @param file the file, or null if there is none
     * @param folder path of the folder that the file's rules are relative to, itself relative to the top, or empty
     */
    IgnoreRules with(Path file, String folder) throws IOException {
        // Git reads no rules through a symbolic link.
        if (file == null || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return this;
        }
        try (InputStream text = Files.newInputStream(file)) {
            return new IgnoreRules(this, parse(text), folder.isEmpty() ? 0 : folder.length() + 1);
        }
    }

    private static IgnoreNode parse(InputStream text) throws IOException {
        IgnoreNode node = new IgnoreNode();
        node.parse(text);
        return node;
    }

    /**
     * Returns whether a file or folder is ignored.
     *
     * @param path the path relative to the top, with {@code /} between its parts; it must be in the folder for which
     *     these rules were made
     */
    boolean ignores(String path, boolean isFolder) {
        for (IgnoreRules rules = this; rules != null && rules.node != null; rules = rules.parent) {
            Boolean ignored = rules.node.checkIgnored(path.substring(rules.prefixLength), isFolder);
            if (ignored != null) {
                return ignored;
            }
        }
        return false;
    }
}
