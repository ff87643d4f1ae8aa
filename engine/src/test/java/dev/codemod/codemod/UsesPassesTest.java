package dev.codemod.codemod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.project.IndexFacts;
import dev.codemod.project.ProjectDefinition;
import dev.codemod.project.ProjectIndex;
import dev.codemod.project.Use;
import dev.codemod.tree.Module;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UsesPassesTest {
    /** Reports the functions from which a function called {@code start} is reached, through any number of files. */
    private static final class Reach extends ProjectCodemod<IndexFacts> {
        final Map<String, AtomicInteger> scans = new ConcurrentSkipListMap<>();
        IndexFacts last;

        @Override
        public String id() {
            return "reach";
        }

        @Override
        public String summary() {
            return "Reports what reaches start.";
        }

        @Override
        public Prefilter prefilter() {
            return Prefilter.anyOf("def start");
        }

        @Override
        public IndexFacts none() {
            return IndexFacts.NONE;
        }

        @Override
        public IndexFacts merge(IndexFacts left, IndexFacts right) {
            return left.merge(right);
        }

        @Override
        public IndexFacts scanPaths(List<String> paths) {
            return IndexFacts.paths(paths);
        }

        @Override
        public IndexFacts scan(FileContext file) {
            return IndexFacts.of(file.moduleFacts());
        }

        @Override
        public Prefilter usesPrefilter(IndexFacts facts) {
            return Prefilter.anyOf(reached(facts));
        }

        /** Returns the simple names of start and of everything from which it is reached. */
        static Set<String> reached(IndexFacts facts) {
            Set<String> names = new TreeSet<>();
            ProjectIndex index = ProjectIndex.of(facts);
            index.modules().stream()
                    .flatMap(module -> module.definitions("start").stream())
                    .forEach(start -> {
                        List<ProjectDefinition> open = new ArrayList<>(List.of(start));
                        for (int i = 0; i < open.size(); i++) {
                            names.add(open.get(i).facts().simpleName());
                            for (Use call : index.callersOf(open.get(i)).certain()) {
                                if (!open.contains(index.userOf(call))) {
                                    open.add(index.userOf(call));
                                }
                            }
                        }
                    });
            return names;
        }

        @Override
        public IndexFacts scanUses(FileContext file, IndexFacts facts) {
            scans.computeIfAbsent(file.path(), path -> new AtomicInteger()).incrementAndGet();
            return IndexFacts.of(file.moduleFacts());
        }

        @Override
        public IndexFacts unknownUses(String path, IndexFacts facts) {
            return IndexFacts.unreadable(path);
        }

        @Override
        public Prefilter rewritePrefilter(IndexFacts facts) {
            last = facts;
            return Prefilter.anyOf();
        }

        @Override
        public Module rewrite(FileContext file, IndexFacts facts) {
            return file.module();
        }

        @Override
        public String page() {
            return "";
        }
    }

    private final Map<String, String> files = new TreeMap<>();

    private Reach run(int jobs) {
        List<InputFile> inputs = new ArrayList<>();
        files.forEach((path, text) -> inputs.add(MemoryFile.of(path, text)));
        Collections.shuffle(inputs, new Random(jobs));
        Reach reach = new Reach();
        new Runner(new RunOptions(List.of(reach), false, null, Map.of(), jobs)).run(inputs, result -> {});
        return reach;
    }

    @Test
    void filesAreReadAsLongAsTheirUsesBringNewNames() {
        chain(5);
        files.put("other.py", "def far_away(): pass\n");
        files.put("broken.py", "caller3(\n");
        files.put("unrelated.py", "def (\n");
        Reach reach = run(1);
        assertThat(Reach.reached(reach.last))
                .containsExactly("caller0", "caller1", "caller2", "caller3", "caller4", "start");
        assertThat(reach.scans.keySet()).doesNotContain("other.py").contains("m4.py");
        assertThat(reach.scans.values()).allMatch(count -> count.get() == 1);
        assertThat(reach.last.unreadable()).containsExactly("broken.py");
        assertThat(reach.last.paths()).contains("other.py", "unrelated.py");
    }

    private void chain(int length) {
        files.put("m.py", "def start(): pass\n");
        String callee = "m.start";
        for (int i = 0; i < length; i++) {
            String module = callee.substring(0, callee.indexOf('.'));
            files.put("m" + i + ".py", "import " + module + "\ndef caller" + i + "(): " + callee + "()\n");
            callee = "m" + i + ".caller" + i;
        }
    }

    @Test
    void aChainThatIsTooLongForPassesIsFollowedThroughAllFiles() {
        chain(30);
        files.put("other.py", "def far_away(): pass\n");
        Reach reach = run(2);
        assertThat(Reach.reached(reach.last)).hasSize(31);
        assertThat(reach.scans).containsKey("other.py");
    }

    @Test
    void theFactsDoNotDependOnWorkersAndOrder() {
        chain(4);
        IndexFacts expected = run(1).last;
        assertThat(run(8).last).isEqualTo(expected);
        assertThat(run(3).last).isEqualTo(expected);
    }
}
