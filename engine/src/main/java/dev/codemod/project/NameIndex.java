package dev.codemod.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which names of which modules contain an identifier, and what they mean; computed when it is asked for. */
final class NameIndex {
    private final NameEvaluator evaluator;
    private final List<ProjectModule> modules = new ArrayList<>();
    private final Map<String, long[]> places = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, List<ProjectDefinition>> aliases = new HashMap<>();
    private final List<Meaning[]> meanings = new ArrayList<>();

    NameIndex(Iterable<ProjectModule> all, NameEvaluator evaluator) {
        this.evaluator = evaluator;
        for (ProjectModule module : all) {
            if (module.facts() != null) {
                add(module);
            }
        }
    }

    private void add(ProjectModule module) {
        String[] names = module.facts().names();
        long high = (long) modules.size() << 32;
        modules.add(module);
        meanings.add(null);
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            int start = 0;
            for (int end = 0; end <= name.length(); end++) {
                if (end == name.length() || !Character.isUnicodeIdentifierPart(name.charAt(end))) {
                    if (end > start) {
                        addPlace(name.substring(start, end), high | i);
                    }
                    start = end + 1;
                }
            }
        }
        for (DefinitionFacts definition : module.facts().definitions()) {
            if (definition.target() != null) {
                String target = definition.target();
                aliases.computeIfAbsent(target.substring(target.lastIndexOf('.') + 1), key -> new ArrayList<>(1))
                        .add(new ProjectDefinition(module, definition));
            }
        }
    }

    private void addPlace(String identifier, long place) {
        int count = counts.merge(identifier, 1, Integer::sum);
        long[] known = places.get(identifier);
        if (known == null) {
            known = new long[1];
            places.put(identifier, known);
        } else if (count > known.length) {
            known = Arrays.copyOf(known, known.length * 2);
            places.put(identifier, known);
        }
        known[count - 1] = place;
    }

    /** Receives a name that contains an identifier. */
    interface Visitor {
        void visit(ProjectModule module, int number, Meaning meaning);
    }

    /** Visits the names that contain an identifier as one of their parts. */
    void forEach(String identifier, Visitor visitor) {
        long[] found = places.get(identifier);
        for (int i = 0; found != null && i < counts.get(identifier); i++) {
            if (i > 0 && found[i] == found[i - 1]) {
                continue;
            }
            int module = (int) (found[i] >>> 32);
            int name = (int) found[i];
            visitor.visit(modules.get(module), name, meaning(module, name));
        }
    }

    private Meaning meaning(int module, int name) {
        Meaning[] known = meanings.get(module);
        String[] names = modules.get(module).facts().names();
        if (known == null) {
            known = new Meaning[names.length];
            meanings.set(module, known);
        }
        if (known[name] == null) {
            known[name] = evaluator.meaning(modules.get(module), names[name]);
        }
        return known[name];
    }

    /** Returns the imports and aliases whose target ends with an identifier. */
    List<ProjectDefinition> aliasesOf(String identifier) {
        return aliases.getOrDefault(identifier, List.of());
    }
}
