package dev.codemod.codemods.asyncio;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * A place where a file, mostly a test, replaces a function called {@code sleep}.
 *
 * @param target what is replaced, dotted: {@code app.jobs.time.sleep}, {@code time.sleep}
 * @param path the file
 * @param line the 1-based line
 * @param imports the modules that the file imports, and what it imports from them
 */
record PatchFact(String target, String path, int line, List<String> imports)
        implements Comparable<PatchFact>, Serializable {
    private static final Comparator<PatchFact> ORDER = Comparator.comparing(PatchFact::path)
            .thenComparingInt(PatchFact::line)
            .thenComparing(PatchFact::target);

    PatchFact {
        imports = List.copyOf(imports);
    }

    /** Returns whether the sleep of a module is replaced, which is known by its path only. */
    boolean concerns(String modulePath) {
        if (modulePath.equals(path)) {
            return false;
        }
        String module = modulePath.replaceFirst("(/__init__)?\\.pyi?$", "").replace('/', '.');
        String owner = target.substring(0, target.lastIndexOf('.'));
        owner = owner.equals("time") ? "" : owner.endsWith(".time") ? owner.substring(0, owner.length() - 5) : owner;
        return owner.isEmpty() ? imports.stream().anyMatch(name -> isModule(name, module)) : isModule(owner, module);
    }

    /** The folder from which modules are imported is not known. */
    private static boolean isModule(String name, String module) {
        return module.equals(name) || module.endsWith("." + name);
    }

    @Override
    public int compareTo(PatchFact other) {
        return ORDER.compare(this, other);
    }
}
