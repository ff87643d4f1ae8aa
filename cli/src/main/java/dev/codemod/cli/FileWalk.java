package dev.codemod.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the Python files below the paths of a command line, in an order that depends on their names alone.
 *
 * <p>Left out are what git ignores, folders that hold no sources of the project (Ruff's default list), what the user
 * excludes, and symbolic links: what they point to is found where it is, if it is inside. A file given by name is
 * always taken.
 */
final class FileWalk {
    /** Folders that are never sources of the project; the default of Ruff's {@code exclude}. */
    private static final Set<String> FOREIGN_FOLDERS = Set.of(
            ".bzr",
            ".direnv",
            ".eggs",
            ".git",
            ".git-rewrite",
            ".hg",
            ".ipynb_checkpoints",
            ".mypy_cache",
            ".nox",
            ".pants.d",
            ".pyenv",
            ".pytest_cache",
            ".pytype",
            ".ruff_cache",
            ".svn",
            ".tox",
            ".venv",
            ".vscode",
            "__pypackages__",
            "_build",
            "buck-out",
            "build",
            "dist",
            "node_modules",
            "site-packages",
            "venv");

    private final Path workingDirectory;
    private final Console console;
    private final Path base;
    private final boolean ignoring;
    private final IgnoreRules excluded;
    private final Set<Path> seen = new HashSet<>();
    private final List<SourceFile> files = new ArrayList<>();
    private final Set<Path> seenTexts = new HashSet<>();
    private final List<SourceFile> texts = new ArrayList<>();
    private Path diffFolder;
    private final Map<String, String> unreadable = new LinkedHashMap<>();

    /**
     * Prepares a walk.
     *
     * @param console where folders that cannot be read are reported
     * @param excludes patterns in the syntax of {@code .gitignore}, relative to {@code base}, or to the path given on the
     *     command line where that is outside
     * @param base absolute
     * @param ignoring whether {@code .gitignore} and the list of foreign folders count; {@code .git} is left out always
     */
    FileWalk(Environment environment, List<String> excludes, Path base, boolean ignoring) throws IOException {
        this.workingDirectory = environment.workingDirectory();
        this.console = environment.console();
        this.base = base;
        this.ignoring = ignoring;
        this.excluded = excludes.isEmpty() ? null : IgnoreRules.of(excludes);
    }

    /** Returns whether every folder could be read; what could not has been reported. */
    boolean isComplete() {
        return unreadable.isEmpty();
    }

    /** Returns why which folders could not be read, as it was reported. */
    Map<String, String> unreadable() {
        return unreadable;
    }

    /**
     * Returns the files at and below {@code arguments}, each once; those of an argument are in the order of their
     * names.
     *
     * @throws CliException if an argument does not exist
     */
    List<SourceFile> find(List<String> arguments) throws CliException {
        for (String argument : arguments.isEmpty() ? List.of(".") : arguments) {
            if (argument.isEmpty()) {
                throw CliException.usage("a path is empty; the working directory is called .");
            }
            try {
                add(argument, workingDirectory.resolve(argument).normalize());
            } catch (InvalidPathException e) {
                throw CliException.usage("not a path: " + argument);
            } catch (NoSuchFileException | NotDirectoryException e) {
                throw CliException.usage("no such file or folder: " + argument);
            } catch (IOException e) {
                throw CliException.usage("cannot read " + argument + ": " + Reasons.of(e));
            }
        }
        diffFolder = diffFolder();
        files.replaceAll(file -> file.in(diffFolder));
        return files;
    }

    /**
     * Returns the folder in which diffs of the files can be applied: the working directory if it holds all of them, else
     * the top of the git work tree that does, else the deepest folder that does. Known after {@link #find}.
     */
    Path diffFolder() {
        if (diffFolder != null) {
            return diffFolder;
        }
        if (files.stream().allMatch(file -> file.file().startsWith(workingDirectory))) {
            return workingDirectory;
        }
        Path common = files.get(0).root();
        for (SourceFile file : files) {
            while (!file.file().startsWith(common)) {
                common = common.getParent();
            }
        }
        Path workTree = GitFolder.workTree(common);
        return workTree == null ? common : workTree;
    }

    private void add(String argument, Path named) throws IOException, CliException {
        BasicFileAttributes attributes = Files.readAttributes(named, BasicFileAttributes.class);
        Path path = behindLinks(named, attributes.isDirectory());
        boolean inside = path.startsWith(workingDirectory);
        if (attributes.isRegularFile()) {
            String shown = inside ? SourceFile.slashes(workingDirectory.relativize(path)) : argument;
            addFile(new SourceFile(path, shown, inside ? workingDirectory : path.getParent(), path.getFileName()));
        } else if (attributes.isDirectory()) {
            new Root(argument, path, inside).walk();
        } else {
            throw CliException.usage("neither a file nor a folder: " + argument);
        }
    }

    /**
     * Follows symbolic links on the way to what the command line names, since {@code git apply} takes no diff for a link
     * or for a file beyond one. A link to a file outside the working directory stays, and writing through it is refused.
     */
    private Path behindLinks(Path named, boolean isFolder) throws IOException {
        if (!named.startsWith(workingDirectory)) {
            return named;
        }
        Path real = named.toRealPath();
        Path base = workingDirectory.toRealPath();
        if (real.startsWith(base)) {
            return workingDirectory.resolve(base.relativize(real)).normalize();
        }
        return isFolder ? real : named;
    }

    private void addFile(SourceFile file) {
        if (seen.add(file.file())) {
            files.add(file);
        }
    }

    private void report(String shown, IOException e) {
        String message = "cannot read: " + Reasons.of(e);
        unreadable.put(shown, message);
        console.error(shown, message);
    }

    /** Returns the texts beside the Python files of the folders: settings, documentation. Complete after {@link #find}. */
    List<SourceFile> texts() {
        return texts;
    }

    private static boolean isPython(String name) {
        return name.endsWith(".py") || name.endsWith(".pyi") || name.endsWith(".pyw");
    }

    /** One folder of the command line. */
    private final class Root {
        private final Path root;
        /** What stands before a path relative to the root to make the path that is shown. */
        private final String shownPrefix;

        /** The folder that paths for the ignore rules are relative to: the work tree's top, if there is one. */
        private Path top;

        private Root(String argument, Path root, boolean inside) {
            this.root = root;
            this.top = root;
            String prefix = inside ? SourceFile.slashes(workingDirectory.relativize(root)) : argument;
            this.shownPrefix = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        }

        private void walk() throws IOException {
            IgnoreRules rules = ignoring ? rulesAbove() : IgnoreRules.none();
            walk(root, relative(top, root), "", rules);
        }

        /** Returns the rules of the folders above the root; none if they ignore the root, since the user named it. */
        private IgnoreRules rulesAbove() throws IOException {
            Path workTree = GitFolder.workTree(root);
            if (workTree == null) {
                return IgnoreRules.none();
            }
            top = workTree;
            IgnoreRules rules = GitFolder.rules(workTree);
            String path = "";
            Path folder = workTree;
            for (Path part : workTree.relativize(root)) {
                if (part.toString().isEmpty()) {
                    break;
                }
                rules = rules.with(folder.resolve(".gitignore"), path);
                folder = folder.resolve(part);
                path = path.isEmpty() ? part.toString() : path + "/" + part;
                if (rules.ignores(path, true)) {
                    top = root;
                    return IgnoreRules.none();
                }
            }
            return rules;
        }

        /**
         * Walks one folder.
         *
         * @param path its path relative to the top, for the rules
         * @param below its path relative to the root with a final slash, or empty
         */
        private void walk(Path folder, String path, String below, IgnoreRules outer) {
            List<Path> entries = new ArrayList<>();
            IgnoreRules rules = outer;
            try {
                try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                    stream.forEach(entries::add);
                }
                if (ignoring) {
                    rules = outer.with(folder.resolve(".gitignore"), path);
                }
            } catch (DirectoryIteratorException e) {
                report(shown(below), e.getCause());
                return;
            } catch (IOException e) {
                report(shown(below), e);
                return;
            }
            Collections.sort(entries);
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                try {
                    visit(entry, name, path.isEmpty() ? name : path + "/" + name, below, rules);
                } catch (NoSuchFileException e) {
                    // Deleted since the folder was listed.
                    continue;
                } catch (IOException e) {
                    report(shownPrefix + below + name, e);
                }
            }
        }

        private void visit(Path entry, String name, String path, String below, IgnoreRules rules) throws IOException {
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                if (!isForeign(name) && !isExcluded(entry, true) && !rules.ignores(path, true)) {
                    enter(entry, name, path, below, rules);
                }
            } else if (attributes.isRegularFile()
                    && (isPython(name) || ProjectText.isOne(name, attributes.size()))
                    && !isExcluded(entry, false)
                    && !rules.ignores(path, false)) {
                SourceFile file = new SourceFile(entry, shownPrefix + below + name, root, entry.getFileName());
                if (isPython(name)) {
                    addFile(file);
                } else if (seenTexts.add(entry)) {
                    texts.add(file);
                }
            }
        }

        private void enter(Path folder, String name, String path, String below, IgnoreRules rules) throws IOException {
            if (ignoring && GitFolder.isWorkTree(folder)) {
                // A repository inside a repository has its own rules, and those alone.
                Path outerTop = top;
                top = folder;
                walk(folder, "", below + name + "/", GitFolder.rules(folder));
                top = outerTop;
            } else {
                walk(folder, path, below + name + "/", rules);
            }
        }

        private boolean isForeign(String name) {
            return name.equals(".git") || (ignoring && FOREIGN_FOLDERS.contains(name));
        }

        private boolean isExcluded(Path entry, boolean isFolder) {
            return excluded != null
                    && excluded.ignores(relative(entry.startsWith(base) ? base : root, entry), isFolder);
        }

        private String shown(String below) {
            String path = shownPrefix + below;
            return path.isEmpty() ? "." : path.substring(0, path.length() - 1);
        }

        private static String relative(Path from, Path to) {
            return SourceFile.slashes(from.relativize(to));
        }
    }
}
