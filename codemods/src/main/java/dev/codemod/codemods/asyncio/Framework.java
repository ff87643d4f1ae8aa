package dev.codemod.codemods.asyncio;

import dev.codemod.tree.Alias;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Module;
import dev.codemod.tree.Statement;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The library whose event loop runs the code of a file. */
enum Framework {
    ASYNCIO("to_thread"),
    ANYIO("to_thread.run_sync"),
    TRIO("to_thread.run_sync");

    /** Libraries with event loops that none of the above can stand in for. */
    private static final Set<String> FOREIGN =
            Set.of("curio", "twisted", "gevent", "eventlet", "cocotb", "uasyncio", "micropython", "pyodide");

    private static final Pattern OTHER_LOOP =
            Pattern.compile("(?<![a-z])(?:trio|anyio|curio)(?![a-z])", Pattern.CASE_INSENSITIVE);

    private final String toThread;

    Framework(String toThread) {
        this.toThread = toThread;
    }

    /** Returns the name, in the framework's module, of the function that runs another one in a thread. */
    String toThread() {
        return toThread;
    }

    /**
     * Returns whether the thread function hands keyword arguments on; {@code run_sync} of anyio and trio takes keyword
     * arguments of its own.
     */
    boolean passesKeywords() {
        return this == ASYNCIO;
    }

    /** Returns the module that must be imported. */
    String module() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds the framework from the imports of a file: anyio runs on both others and so wins; asyncio is the default, but
     * only if nothing speaks of another one.
     *
     * @param path the file's path; tests of trio need not import trio
     * @param near files around it that import other loops, which count where it imports none itself
     * @return the framework, or null if the imports contradict each other, name a library that is not known here, or
     *     are optional
     */
    static Framework detect(Module module, String path, List<LoopFact> near) {
        Set<String> imported = importedPackages(module);
        if (imported.stream().anyMatch(FOREIGN::contains)) {
            return null;
        }
        EnumSet<Framework> found = EnumSet.noneOf(Framework.class);
        for (Framework framework : values()) {
            if (imported.contains(framework.module())) {
                found.add(framework);
            }
        }
        if (found.isEmpty()) {
            if (!near.isEmpty()) {
                return near.stream().allMatch(LoopFact::isAnyio) ? ANYIO : null;
            }
            boolean hasHint = OTHER_LOOP.matcher(module.sourceText()).find()
                    || OTHER_LOOP.matcher(path).find();
            return hasHint || imported.contains("sniffio") ? null : ASYNCIO;
        }
        Framework only = found.contains(ANYIO) ? ANYIO : found.iterator().next();
        if (only == ASYNCIO) {
            boolean isOtherFile = OTHER_LOOP.matcher(path).find() && !isImportedForSure(module, ASYNCIO);
            return found.size() > 1 || isOtherFile || imported.contains("sniffio") ? null : ASYNCIO;
        }
        return isImportedForSure(module, only) ? only : null;
    }

    /** Returns the fact that a file imports another loop than asyncio's, or null if it does not. */
    static LoopFact otherLoopOf(Module module, String path) {
        Set<String> imported = importedPackages(module);
        boolean isOther = imported.contains(ANYIO.module())
                || imported.contains(TRIO.module())
                || imported.stream().anyMatch(FOREIGN::contains);
        return isOther ? new LoopFact(path, detect(module, path, List.of()) == ANYIO) : null;
    }

    /** Returns whether a statement of the module itself imports the framework, not one in {@code try} or {@code if}. */
    private static boolean isImportedForSure(Module module, Framework framework) {
        for (Statement statement : module.statements()) {
            Set<String> names = new HashSet<>();
            if (statement instanceof Import || statement instanceof ImportFrom) {
                addPackages(statement, names);
            }
            if (names.contains(framework.module())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first parts of the names of the modules that a file imports. */
    static Set<String> importedPackages(Module module) {
        Set<String> names = new HashSet<>();
        module.findAll(Import.class).forEach(statement -> addPackages(statement, names));
        module.findAll(ImportFrom.class).forEach(statement -> addPackages(statement, names));
        return names;
    }

    private static void addPackages(Statement statement, Set<String> names) {
        if (statement instanceof Import imports) {
            for (Alias alias : imports.names()) {
                names.add(alias.name().names().first().sourceText());
            }
        } else if (statement instanceof ImportFrom from && from.level() == 0 && from.module() != null) {
            names.add(from.module().names().first().sourceText());
        }
    }
}
