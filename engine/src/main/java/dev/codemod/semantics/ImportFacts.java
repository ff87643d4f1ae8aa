package dev.codemod.semantics;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files name what of which modules: small facts for codemods that must see every use of a name.
 *
 * <p>Immutable and serialisable. {@link #merge} is associative, commutative and idempotent, with {@link #NONE} as its
 * neutral element, so that the order of files, the number of workers and splits of the project do not matter.
 *
 * <p>A mention is not always a use: strings are, wherever they read as dotted names, and so are names that a star import
 * may bind. What is computed at run time ({@code getattr(module, name)}, {@code importlib}) is not seen.
 */
public final class ImportFacts implements Serializable {
    /** The facts of no file at all. */
    public static final ImportFacts NONE = new ImportFacts(new TreeSet<>(), new TreeSet<>());

    private static final long serialVersionUID = 1;

    private final TreeSet<Mention> mentions;
    private final TreeSet<Export> exports;

    /**
     * A name of a module that stands for something of another module.
     *
     * @param name the qualified name, {@code package.*} for a star import
     * @param target what it stands for, {@code module.*} for a star import
     */
    record Export(String name, String target) implements Comparable<Export>, Serializable {
        boolean isStar() {
            return target.endsWith(".*");
        }

        @Override
        public int compareTo(Export other) {
            int order = name.compareTo(other.name);
            return order != 0 ? order : target.compareTo(other.target);
        }
    }

    private ImportFacts(TreeSet<Mention> mentions, TreeSet<Export> exports) {
        this.mentions = mentions;
        this.exports = exports;
    }

    static ImportFacts of(Collection<Mention> mentions, Collection<Export> exports) {
        return new ImportFacts(new TreeSet<>(mentions), new TreeSet<>(exports));
    }

    /**
     * Returns the facts of one file.
     *
     * @param path the file, relative to the project's root, with slashes
     */
    public static ImportFacts scan(String path, Semantics semantics) {
        return new ImportScanner(requireNonNull(path, "path is null"), semantics).scan();
    }

    /** Returns the facts of both sets of files. */
    public ImportFacts merge(ImportFacts other) {
        if (other.mentions.isEmpty() && other.exports.isEmpty()) {
            return this;
        }
        TreeSet<Mention> allMentions = new TreeSet<>(mentions);
        allMentions.addAll(other.mentions);
        TreeSet<Export> allExports = new TreeSet<>(exports);
        allExports.addAll(other.exports);
        return new ImportFacts(allMentions, allExports);
    }

    /** Returns all mentions, by path and line. */
    public List<Mention> mentions() {
        return List.copyOf(mentions);
    }

    /**
     * Returns the names under which modules offer something besides the one that defines it: {@code shop.Config} for
     * {@code shop.config.Config} after {@code from .config import Config} in {@code shop/__init__.py}.
     *
     * @return the qualified names, the given one included
     */
    public Set<String> namesOf(String qualifiedName) {
        Set<String> names = new TreeSet<>(Set.of(qualifiedName));
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            String known = open.pop();
            for (Export export : exports) {
                String alias = export.isStar() ? starAlias(export, known) : alias(export, known);
                // A package that imports itself could make names longer for ever.
                if (alias != null && names.size() < 1000 && names.add(alias)) {
                    open.push(alias);
                }
            }
        }
        return names;
    }

    private static String alias(Export export, String name) {
        if (name.equals(export.target())) {
            return export.name();
        }
        return name.startsWith(export.target() + ".")
                ? export.name() + name.substring(export.target().length())
                : null;
    }

    private static String starAlias(Export export, String name) {
        String module = export.target().substring(0, export.target().length() - 1);
        if (!name.startsWith(module) || name.startsWith(module + "_")) {
            return null;
        }
        return export.name().substring(0, export.name().length() - 1) + name.substring(module.length());
    }

    /**
     * Returns the mentions of something or of what it contains, under any of its {@linkplain #namesOf names}; star
     * imports of a module that offers it are mentions. Relative names whose module is not known count if their end fits.
     *
     * @param qualifiedName module and name, for example {@code shop.config.Config}
     */
    public List<Mention> mentionsOf(String qualifiedName) {
        Set<String> names = namesOf(qualifiedName);
        List<Mention> found = new ArrayList<>();
        for (Mention mention : mentions) {
            if (isMention(mention, names)) {
                found.add(mention);
            }
        }
        return found;
    }

    private static boolean isMention(Mention mention, Set<String> names) {
        String mentioned = mention.name();
        if (mentioned.startsWith(".")) {
            return isRelativeMention(mentioned.replaceFirst("^\\.+", ""), names);
        }
        for (String name : names) {
            boolean star = mention.kind() == Mention.Kind.STAR_IMPORT
                    && name.substring(0, name.lastIndexOf('.') + 1).concat("*").equals(mentioned);
            if (star || mentioned.equals(name) || mentioned.startsWith(name + ".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRelativeMention(String end, Set<String> names) {
        for (String name : names) {
            String module = name.substring(0, name.lastIndexOf('.') + 1);
            for (String full : new String[] {name, module + "*"}) {
                for (int dot = full.indexOf('.'); dot >= 0; dot = full.indexOf('.', dot + 1)) {
                    String tail = full.substring(dot + 1);
                    if (end.equals(tail) || end.startsWith(tail + ".")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Returns the mentions in which an identifier is any part of the name: the widest question that can be asked. */
    public List<Mention> mentionsOfIdentifier(String identifier) {
        List<Mention> found = new ArrayList<>();
        for (Mention mention : mentions) {
            if (List.of(mention.name().split("\\.")).contains(identifier)) {
                found.add(mention);
            }
        }
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImportFacts facts && mentions.equals(facts.mentions) && exports.equals(facts.exports);
    }

    @Override
    public int hashCode() {
        return 31 * mentions.hashCode() + exports.hashCode();
    }

    @Override
    public String toString() {
        return mentions.size() + " mentions, " + exports.size() + " exports";
    }
}
