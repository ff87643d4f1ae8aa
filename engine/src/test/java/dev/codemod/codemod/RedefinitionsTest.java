package dev.codemod.codemod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RedefinitionsTest {
    /**
     * The names of classes.
     *
     * @param known those that derive from Root, as far as that is known
     * @param bases classes and their bases, as {@code Child(Base)}
     * @param called those of the known that files mention
     */
    private record Classes(Set<String> known, Set<String> bases, Set<String> called) implements Serializable {
        Classes merge(Classes other) {
            return new Classes(union(known, other.known), union(bases, other.bases), union(called, other.called));
        }

        private static Set<String> union(Set<String> left, Set<String> right) {
            Set<String> all = new TreeSet<>(left);
            all.addAll(right);
            return all;
        }
    }

    /** Finds which classes derive from Root, through any number of files, and where they are mentioned. */
    private static final class Heirs extends ProjectCodemod<Classes> {
        final List<String> reads = new ArrayList<>();
        Classes last;

        @Override
        public String id() {
            return "heirs";
        }

        @Override
        public String summary() {
            return "Reports what derives from Root.";
        }

        @Override
        public Prefilter prefilter() {
            return Prefilter.anyOf("class Root");
        }

        @Override
        public Classes none() {
            return new Classes(Set.of(), Set.of(), Set.of());
        }

        @Override
        public Classes merge(Classes left, Classes right) {
            return left.merge(right);
        }

        @Override
        public Classes scan(FileContext file) {
            return new Classes(Set.of("Root"), Set.of(), Set.of());
        }

        @Override
        public Prefilter usesPrefilter(Classes facts) {
            return Prefilter.anyOf(facts.known());
        }

        @Override
        public Classes scanUses(FileContext file, Classes facts) {
            reads.add(file.path());
            Set<String> bases = new TreeSet<>();
            for (ClassDef definition : file.module().findAll(ClassDef.class)) {
                if (definition.arguments() != null
                        && definition.arguments().arguments().first() instanceof Expression base) {
                    bases.add(definition.name().sourceText() + "(" + base.sourceText() + ")");
                }
            }
            Set<String> called = new TreeSet<>();
            for (Name name : file.module().findAll(Name.class)) {
                if (facts.known().contains(name.sourceText())) {
                    called.add(name.sourceText());
                }
            }
            return new Classes(Set.of(), bases, called);
        }

        @Override
        public Classes redefine(Classes definitions, Classes all) {
            Set<String> known = new TreeSet<>(definitions.known());
            for (String base : all.bases()) {
                if (known.contains(base.substring(base.indexOf('(') + 1, base.length() - 1))) {
                    known.add(base.substring(0, base.indexOf('(')));
                }
            }
            return known.equals(definitions.known()) ? null : new Classes(known, Set.of(), Set.of());
        }

        @Override
        public Classes unknownUses(String path, Classes facts) {
            return none();
        }

        @Override
        public Prefilter rewritePrefilter(Classes facts) {
            last = facts;
            return Prefilter.anyOf();
        }

        @Override
        public Module rewrite(FileContext file, Classes facts) {
            return file.module();
        }

        @Override
        public String page() {
            return "";
        }
    }

    private final Map<String, String> files = new TreeMap<>();

    private Heirs run() {
        List<InputFile> inputs = new ArrayList<>();
        files.forEach((path, text) -> inputs.add(MemoryFile.of(path, text)));
        Heirs heirs = new Heirs();
        new Runner(new RunOptions(List.of(heirs), false, null, Map.of(), 1)).run(inputs, result -> {});
        return heirs;
    }

    @Test
    void filesThatWereReadAreReadAgainWithWhatOthersDefine() {
        files.put("root.py", "class Root: pass\n");
        files.put("child.py", "class Child(Root): pass\n");
        files.put("main.py", "Root\nGrand\n");
        files.put("grand.py", "class Grand(Child): pass\n");
        Heirs heirs = run();
        assertThat(heirs.last.known()).containsExactly("Child", "Grand", "Root");
        assertThat(heirs.last.called()).containsExactly("Child", "Grand", "Root");
        assertThat(heirs.reads).containsSubsequence("main.py", "main.py", "main.py");
    }

    @Test
    void nothingIsReadTwiceWithoutNewDefinitions() {
        files.put("root.py", "class Root: pass\n");
        files.put("main.py", "Root\n");
        assertThat(run().reads).containsExactly("main.py", "root.py");
    }
}
