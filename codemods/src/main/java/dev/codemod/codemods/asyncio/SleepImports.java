package dev.codemod.codemods.asyncio;

import dev.codemod.source.Source;
import dev.codemod.tree.Alias;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Module;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * The imports of {@code time} that a rewrite of sleeps may leave unused, and the files that may get at them by way of the
 * file which has them: {@code from jobs import sleep}, {@code jobs.time.monotonic()}, {@code patch("jobs.time.time")}.
 *
 * <p>Members are found in the text, so that strings and comments count too: at worst an unused import stays.
 */
final class SleepImports {
    private static final Set<String> NAMES = Set.of("time", "sleep");

    /** What has such members itself, or is no module. */
    private static final Set<String> NO_MODULES =
            Set.of("time", "asyncio", "anyio", "trio", "gevent", "self", "cls", "datetime");

    private SleepImports() {}

    /**
     * An import, or a use of one.
     *
     * @param path the file
     * @param name {@code time} or {@code sleep}; for a use with the last part of the module's name before it
     */
    record Fact(String path, String name) implements Comparable<Fact>, Serializable {
        private static final Comparator<Fact> ORDER =
                Comparator.comparing(Fact::path).thenComparing(Fact::name);

        boolean isUse() {
            return name.indexOf('.') > 0;
        }

        @Override
        public int compareTo(Fact other) {
            return ORDER.compare(this, other);
        }
    }

    /** Returns the imports of a file and its uses of those of other files. */
    static Set<Fact> in(Module module, String path) {
        String text = textOf(module);
        Set<Fact> facts = new TreeSet<>();
        if (!text.contains("sleep")) {
            return facts;
        }
        addUses(module, text, path, facts);
        if (count(text, "time.") == count(text, "time.sleep")) {
            for (Import statement : module.findAll(Import.class)) {
                statement.names().forEach(alias -> add(alias, path, facts));
            }
        }
        for (ImportFrom statement : module.findAll(ImportFrom.class)) {
            boolean isTime = statement.level() == 0
                    && statement.module() != null
                    && statement.module().sourceText().equals("time");
            if (isTime && !statement.isStar()) {
                statement.names().forEach(alias -> add(alias, path, facts));
            }
        }
        return facts;
    }

    private static String textOf(Module module) {
        Source source = module.parsed().source();
        return source.text(0, source.bytes().length);
    }

    private static int count(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            count++;
        }
        return count;
    }

    private static void add(Alias alias, String path, Set<Fact> facts) {
        String name = alias.name().sourceText();
        if (NAMES.contains(name)) {
            facts.add(new Fact(path, name));
        }
    }

    /** Returns what the text of a file may use of the imports of others. */
    static Set<Fact> uses(Module module, String path) {
        Set<Fact> facts = new TreeSet<>();
        addUses(module, textOf(module), path, facts);
        return facts;
    }

    private static void addUses(Module module, String text, String path, Set<Fact> facts) {
        for (String name : NAMES) {
            String member = "." + name;
            for (int at = text.indexOf(member); at >= 0; at = text.indexOf(member, at + 1)) {
                int end = at + member.length();
                if (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end))) {
                    addUse(wordBefore(text, at), name, path, facts);
                }
            }
        }
        for (ImportFrom statement : module.findAll(ImportFrom.class)) {
            if (statement.module() != null) {
                String imported = statement.module().names().last().sourceText();
                statement.names().stream()
                        .map(alias -> alias.name().sourceText())
                        .filter(NAMES::contains)
                        .forEach(name -> addUse(imported, name, path, facts));
            }
        }
    }

    private static String wordBefore(String text, int end) {
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private static void addUse(String module, String name, String path, Set<Fact> facts) {
        if (!NO_MODULES.contains(module)) {
            facts.add(new Fact(path, module + "." + name));
        }
    }

    /** Returns the literals without one of which a file does not get at any of the imports. */
    static Set<String> literals(Collection<Fact> facts) {
        Set<String> literals = new TreeSet<>();
        for (Fact fact : facts) {
            if (!fact.isUse()) {
                String module = moduleOf(fact.path());
                literals.add(module + "." + fact.name());
                literals.add(module + " import");
            }
        }
        return literals;
    }

    /** Returns whether another file may use what a file imports from or as {@code time}. */
    static boolean isUsedElsewhere(Collection<Fact> facts, String path, String name) {
        String use = moduleOf(path) + "." + name;
        return facts.stream()
                .anyMatch(fact -> fact.name().equals(use) && !fact.path().equals(path));
    }

    /** Returns the last part of the name of the module that a file is. */
    static String moduleOf(String path) {
        String module = path.replaceFirst("(/__init__)?\\.pyi?$", "");
        return module.substring(module.lastIndexOf('/') + 1);
    }
}
