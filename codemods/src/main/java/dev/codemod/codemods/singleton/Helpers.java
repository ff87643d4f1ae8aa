package dev.codemod.codemods.singleton;

import dev.codemod.codemods.singleton.HelperFact.Kind;
import dev.codemod.rewrite.StandardLibrary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges what the construction of singletons uses of other modules, by what all files say.
 *
 * <p>A name that was imported with {@code from} is there, and so is what its module had defined by then. Of a module that
 * is asked for its attributes, or whose definitions need later ones, everything must be there: it must not be able to
 * import the module of the singleton, which would then run in the middle of it.
 */
final class Helpers {
    private final SingletonFacts facts;
    private final Map<String, HelperModule> modules = new HashMap<>();

    /** Built on first use, like the next; a race builds it twice, which is harmless. */
    private volatile Set<String> wanted;

    private volatile Set<ModuleRef> imported;

    Helpers(SingletonFacts facts) {
        this.facts = facts;
        facts.helpers().forEach(module -> modules.put(module.path(), module));
    }

    /** Returns why what a class uses of other modules may do more than store, a clause for messages; empty if not. */
    String doubt(ClassFact fact) {
        for (HelperUse use : fact.uses()) {
            String doubt = doubt(use, fact.key().path(), use.isCall(), new HashSet<>());
            if (!doubt.isEmpty()) {
                return doubt;
            }
        }
        return "";
    }

    private String doubt(HelperUse use, String home, boolean isCall, Set<String> open) {
        String path = path(use.module());
        HelperModule module = path == null ? null : modules.get(path);
        HelperFact helper = module == null ? null : module.helper(use.name());
        if (helper == null) {
            return "it uses " + use.name() + ", of whose definition nothing is certain";
        }
        String place = use.name() + " (" + path + ":" + helper.line() + ")";
        if (!open.add(place)) {
            return isCall ? "it uses " + place + ", which calls itself" : "";
        }
        String doubt = doubt(use, helper, place, path, home, isCall, open);
        open.remove(place);
        return doubt;
    }

    private String doubt(
            HelperUse use,
            HelperFact helper,
            String place,
            String path,
            String home,
            boolean isCall,
            Set<String> open) {
        if (helper.kind() == Kind.CONSTANT && isCall) {
            return "it calls " + place + ", which is no function";
        }
        if (isCall && !helper.reason().isEmpty()) {
            return "of " + place + ": " + helper.reason();
        }
        if ((use.isOfModule() || !helper.isOrdered()) && reaches(path, home)) {
            return "it uses " + place + ", which may not be defined yet: its file may import that of the class";
        }
        String stored = stored(path, use.name(), isCall ? helper.reads() : List.of());
        if (!stored.isEmpty()) {
            return "it uses " + place + ", and " + stored;
        }
        for (HelperUse next : helper.uses()) {
            boolean isNextCall = helper.kind() == Kind.IMPORT ? isCall : next.isCall();
            boolean isFollowed = helper.kind() == Kind.IMPORT || isCall;
            String doubt = isFollowed ? doubt(next, home, isNextCall, open) : "";
            if (!doubt.isEmpty()) {
                return doubt;
            }
        }
        return "";
    }

    /** Returns which file may assign one of some names of a module, a clause for messages; empty if none does. */
    private String stored(String path, String name, List<String> reads) {
        Set<String> names = new TreeSet<>(reads);
        names.add(name);
        for (HelperModule other : modules.values()) {
            for (String stored : other.stored()) {
                boolean isAny = stored.isEmpty()
                        && (other.path().equals(path)
                                || other.imports().stream().anyMatch(module -> module.mayBe(path)));
                if (isAny || names.contains(stored)) {
                    return other.path() + " may assign " + (isAny ? "any name of its file" : stored);
                }
            }
        }
        return "";
    }

    /** Returns whether importing a file may import another one, as far as is known. */
    private boolean reaches(String from, String to) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String path = open.pop();
            if (!seen.add(path)) {
                continue;
            }
            HelperModule module = modules.get(path);
            if (path.equals(to) || module == null || module.isDynamic()) {
                return true;
            }
            for (ModuleRef reference : module.imports()) {
                for (String imported : filesOf(reference, facts.paths())) {
                    open.add(imported);
                    open.addAll(packages(imported, path));
                }
            }
        }
        return false;
    }

    /** Returns the files of the packages around a file that are not around another one, which runs already. */
    private List<String> packages(String path, String importer) {
        List<String> found = new ArrayList<>();
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            String folder = path.substring(0, slash + 1);
            if (!importer.startsWith(folder) && facts.paths().contains(folder + "__init__.py")) {
                found.add(folder + "__init__.py");
            }
        }
        return found;
    }

    /** Returns the only file that a module can be, or null. */
    private String path(ModuleRef module) {
        List<String> found = filesOf(module, facts.paths());
        return found.size() == 1 ? found.get(0) : null;
    }

    /** Returns the names that must be looked for to judge all singletons: definitions, and what may assign them. */
    Set<String> wanted() {
        if (wanted == null) {
            wanted = wantedNames();
        }
        return wanted;
    }

    private Set<String> wantedNames() {
        Set<String> names = new TreeSet<>();
        facts.classes().forEach(fact -> add(fact.uses(), names));
        int size = -1;
        while (size != names.size()) {
            size = names.size();
            for (HelperModule module : facts.helpers()) {
                for (HelperFact helper : module.helpers()) {
                    if (names.contains(helper.name())) {
                        names.addAll(helper.reads());
                        add(helper.uses(), names);
                    }
                }
            }
        }
        return names;
    }

    private static void add(List<HelperUse> uses, Set<String> names) {
        uses.forEach(use -> names.add(use.name()));
    }

    /** Returns the modules whose definitions may matter: those that singletons' files and their helpers import. */
    Set<ModuleRef> modules() {
        if (imported == null) {
            imported = importedModules();
        }
        return imported;
    }

    private Set<ModuleRef> importedModules() {
        Set<ModuleRef> found = new TreeSet<>();
        facts.candidates().forEach(candidate -> found.addAll(candidate.imports()));
        for (HelperModule module : facts.helpers()) {
            for (HelperFact helper : module.helpers()) {
                helper.uses().forEach(use -> found.add(use.module()));
            }
        }
        return found;
    }

    /** Returns the files that an import of a module of the project may mean; none for one of the standard library. */
    static List<String> filesOf(ModuleRef module, List<String> paths) {
        List<String> found = new ArrayList<>();
        if (module.isRelative() || !StandardLibrary.has(module.dotted())) {
            String last = module.dotted().substring(module.dotted().lastIndexOf('.') + 1);
            for (String path : paths) {
                if (path.contains(last) && !StubRewrite.isStub(path) && module.mayBe(path)) {
                    found.add(path);
                }
            }
        }
        return found;
    }
}
