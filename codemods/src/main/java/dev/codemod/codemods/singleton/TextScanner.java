package dev.codemod.codemods.singleton;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Files of the project that are no Python and name a singleton: entry points in {@code setup.cfg}, settings in YAML, and
 * documentation.
 */
final class TextScanner {
    private static final Set<String> DOCUMENTATION = Set.of("md", "rst", "txt", "html");

    /** What the file of a distribution holds. */
    static final List<String> DISTRIBUTION = List.of("[project]", "[tool.poetry]", "[metadata]");

    private final String path;
    private final SingletonFacts facts;
    private final Set<UseFact> found = new TreeSet<>();

    TextScanner(String path, SingletonFacts facts) {
        this.path = path;
        this.facts = facts;
    }

    /** Returns the classes that a text must name to matter. */
    static List<String> literals(SingletonFacts facts) {
        List<String> literals = new ArrayList<>();
        for (ClassFact fact : facts.classes()) {
            if (!fact.isBlocked()) {
                literals.add(UseScanner.literal(fact.key().name()));
            }
        }
        facts.renamed().forEach(name -> literals.add(UseScanner.literal(name)));
        return literals;
    }

    SingletonFacts scan(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String[] lines = text.split("\n", -1);
        boolean isDocumentation =
                DOCUMENTATION.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        for (ClassFact fact : facts.classes()) {
            Set<String> modules = modules(fact.key());
            for (int i = 0; i < lines.length; i++) {
                if (lines[i].contains(fact.key().name())) {
                    line(fact, lines[i], i + 1, modules, isDocumentation);
                }
            }
        }
        String file = path.substring(path.lastIndexOf('/') + 1);
        boolean isDistribution = (file.equals("pyproject.toml") || file.equals("setup.cfg"))
                && DISTRIBUTION.stream().anyMatch(text::contains);
        return new SingletonFacts(
                List.of(),
                List.of(),
                List.copyOf(found),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                isDistribution ? List.of(DistributionFact.of(path, text)) : List.of(),
                List.of(),
                FamilyFacts.NONE,
                List.of());
    }

    /** Returns the last parts of the names of the modules that may offer a class. */
    private Set<String> modules(ClassKey key) {
        Set<String> modules = new HashSet<>(Set.of(ModulePath.of(key.path()).last()));
        for (ProviderFact provider : facts.providers()) {
            if (provider.name().equals(key.name())) {
                modules.add(ModulePath.of(provider.path()).last());
            }
        }
        return modules;
    }

    private void line(ClassFact fact, String line, int number, Set<String> modules, boolean isDocumentation) {
        String name = fact.key().name();
        for (List<String> dotted : DottedNames.in(line)) {
            int index = dotted.indexOf(name);
            boolean isOfModule = index > 0 && modules.contains(dotted.get(index - 1));
            boolean isDoctest = isDocumentation && index >= 0 && line.strip().startsWith(">>>");
            boolean isShown = isDocumentation && index >= 0 && (isOfModule || line.contains(name + "("));
            if (isOfModule && !isDocumentation || isDoctest) {
                add(fact, number, UseFact.Kind.SETTING);
            } else if (isShown) {
                add(fact, number, UseFact.Kind.DOCUMENTATION);
            }
        }
    }

    private void add(ClassFact fact, int line, UseFact.Kind kind) {
        found.add(new UseFact(fact.key().path(), fact.key().name(), path, line, kind));
    }
}
