package dev.codemod.codemods.singleton;

import dev.codemod.codemods.singleton.Decision.Obstacle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what in other files keeps a class as it is. */
final class Obstacles {
    private static final Set<String> COPIERS =
            Set.of("copy", "pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "multiprocessing");

    private final SingletonFacts facts;
    private final Decisions decisions;
    private final ClassFact fact;

    /** The places by reason, in the order in which they were met. */
    private final Map<String, List<String>> places = new LinkedHashMap<>();

    private final Map<String, String> words = new LinkedHashMap<>();

    Obstacles(SingletonFacts facts, Decisions decisions, ClassFact fact) {
        this.facts = facts;
        this.decisions = decisions;
        this.fact = fact;
    }

    /**
     * Returns the obstacles, one for each reason.
     *
     * @param sites the places that may mention the class
     */
    List<Obstacle> find(List<SiteFact> sites) {
        sites.forEach(this::site);
        for (UseFact use : facts.usesOf(fact.key().path(), fact.key().name())) {
            use(use);
        }
        resets();
        bases();
        metaclassTests();
        renamed();
        copies(sites);
        List<Obstacle> found = new ArrayList<>();
        places.forEach((reason, where) -> {
            String more = where.size() == 1 ? "" : " and in " + (where.size() - 1) + " more places";
            found.add(
                    new Obstacle(reason, words.get(reason).formatted(fact.key().name(), where.get(0) + more)));
        });
        return found;
    }

    private void add(String reason, String place, String message) {
        places.computeIfAbsent(reason, key -> new ArrayList<>()).add(place);
        words.putIfAbsent(reason, message);
    }

    private void site(SiteFact site) {
        if (site.kind() == UseKind.UNSURE) {
            unsure(site);
        } else if (decisions.way(site) == null) {
            add(
                    "unclear-import",
                    site.place(),
                    "%s may be the class that is used at %s, but other modules fit as well");
        } else {
            certain(site);
        }
    }

    private void unsure(SiteFact site) {
        switch (site.detail()) {
            case "star" ->
                add("star-import", site.place(), "%s comes from a star import at %s; import it by its name first");
            case "method" ->
                add(
                        "unclear-use",
                        site.place(),
                        "the method that returns the instance of %s goes away, and what is called at %s may be it; call it"
                                + " by the name of the class");
            case "attribute" ->
                add(
                        "unclear-use",
                        site.place(),
                        "%s may be the attribute at %s, whose owner is not known; import the class by its name first");
            default ->
                add(
                        "conditional-import",
                        site.place(),
                        "the name to which %s is imported at %s is bound to something else too");
        }
    }

    private void certain(SiteFact site) {
        if (fact.isCall(site)) {
            return;
        }
        if (site.kind() == UseKind.SHOWN) {
            add("source-text", site.place(), "the text of the call of %s at %s is part of the string around it");
            return;
        }
        if (!fact.method().isEmpty()) {
            method(site);
            return;
        }
        switch (site.kind()) {
            case CALL_WITH_ARGUMENTS ->
                add(
                        "constructor-arguments",
                        site.place(),
                        "%s gets arguments at %s, and it is not certain which call constructs; assign the instance to"
                                + " a variable of its module first");
            case ATTRIBUTE, METHOD_CALL, DROPPED_METHOD_CALL -> {
                if (!fact.members().contains(site.detail())) {
                    add(
                            "metaclass-attribute",
                            site.place(),
                            "%s does not define the attribute at %s: it comes from the metaclass, which goes away");
                }
            }
            case PATCHED -> {
                if (UseClassifier.isHook(site.detail())) {
                    patched(site, "");
                }
            }
            case CONSTRUCTOR ->
                add("class-passed", site.place(), "code goes behind the metaclass of %s at %s; call the class instead");
            case SUBCLASSED -> {
                Heritage heir = facts.families().heritage(new ClassKey(site.path(), site.detail()));
                if (heir == null || !heir.relatives().contains(fact.key())) {
                    add(
                            "subclassed",
                            site.place(),
                            "a subclass inherits the metaclass of %s at %s and has an instance of its own");
                }
            }
            case GENERIC -> add("generic", site.place(), "a generic alias of %s at %s may be called like the class");
            case PASSED ->
                add(
                        "class-passed",
                        site.place(),
                        "%s is used without a call at %s, and whoever gets the class may call it; pass a function that"
                                + " returns the instance instead");
            case STORED -> add("rebound", site.place(), "%s is assigned or deleted from outside at %s");
            case EXPORTED -> {
                if (!site.detail().isEmpty()) {
                    add("exported", site.place(), "%s is named by the __all__ of %s, which is not one list of names");
                }
            }
            default -> {
                // Calls are rewritten, and nothing can call the class elsewhere.
            }
        }
    }

    private void patched(SiteFact site, String base) {
        add(
                "construction-patched",
                site.place(),
                site.detail() + " of " + base
                        + "%s is assigned at %s, and it is not certain whether before or after the instance is made");
    }

    /** Code that asks whether a class has the metaclass, which it will not have any more. */
    private void metaclassTests() {
        for (SiteFact site : decisions.sitesOfMetaclass(fact.metaclass())) {
            if (site.kind() == UseKind.HARMLESS || site.kind() == UseKind.GENERIC) {
                add(
                        "metaclass-tested",
                        site.place(),
                        "%s may be asked for its metaclass " + fact.metaclass().name() + " at %s");
            }
        }
    }

    /** Base classes of other files without the metaclass, whose construction is that of the class. */
    private void bases() {
        Heritage heritage = facts.families().heritage(fact.key());
        if (heritage == null) {
            return;
        }
        for (ClassKey base : heritage.bases()) {
            for (SiteFact site : decisions.sitesOfBase(base)) {
                if (site.kind() == UseKind.PATCHED && UseClassifier.isHook(site.detail())) {
                    patched(site, base.name() + ", a base of ");
                }
            }
        }
    }

    /** Code outside that reaches the place where the metaclass keeps the instances. */
    private void resets() {
        MetaclassFact metaclass = fact.metaclass();
        for (String path : new TreeSet<>(List.of(fact.key().path(), metaclass.path()))) {
            for (UseFact use : facts.usesOf(path, metaclass.storage())) {
                if (use.kind() == UseFact.Kind.USE && !use.path().equals(metaclass.path())) {
                    add(
                            "instances-reset",
                            use.place(),
                            "the place that keeps the instance of %s is reached at %s; give the class a method that"
                                    + " resets it");
                }
            }
        }
    }

    /** A place that mentions a class one of whose methods returns the instance. */
    private void method(SiteFact site) {
        switch (site.kind()) {
            case ATTRIBUTE -> {
                if (site.detail().equals(fact.method())) {
                    add("class-passed", site.place(), "the method of %s that returns the instance is passed on at %s");
                }
            }
            case SUBCLASSED -> add("subclassed", site.place(), "a subclass of %s at %s shares or hides the instance");
            case GENERIC, PASSED ->
                add(
                        "class-passed",
                        site.place(),
                        "%s is passed on at %s, and whoever gets the class may ask it for the instance");
            case STORED -> add("rebound", site.place(), "%s is assigned or deleted from outside at %s");
            default -> {
                // Calling the class makes another object, as before.
            }
        }
    }

    /** Copying and unpickling call {@code __new__}, which returned the one instance so far. */
    private void copies(List<SiteFact> sites) {
        if (!fact.isNew()) {
            return;
        }
        for (NamesFact file : facts.names()) {
            boolean isUser = file.path().equals(fact.key().path())
                    || sites.stream().anyMatch(site -> site.path().equals(file.path()));
            if (isUser && file.imports(COPIERS)) {
                add(
                        "pickling",
                        file.path(),
                        "%s returns the one instance when it is copied or unpickled, as %s may do; give it __copy__ or"
                                + " __reduce__, or make it a module first");
            }
        }
    }

    /** Another name of the class, which files that were read before it was known may use. */
    private void renamed() {
        for (ProviderFact provider : facts.providers()) {
            if (!provider.isRenamed() || !decisions.isOf(provider, fact.key())) {
                continue;
            }
            for (NamesFact file : facts.names()) {
                boolean isSeen = facts.sites().stream()
                        .anyMatch(site ->
                                site.path().equals(file.path()) && site.name().equals(provider.name()));
                if (!file.path().equals(provider.path())
                        && !isSeen
                        && file.names().contains(provider.name())) {
                    add(
                            "renamed-import",
                            file.path(),
                            "%s is imported as " + provider.name() + " in " + provider.path()
                                    + ", and that name is used in %s; import it by its own name there first");
                }
            }
        }
    }

    private void use(UseFact use) {
        switch (use.kind()) {
            case STRING ->
                add(
                        "string-elsewhere",
                        use.place(),
                        "%s is named in a string at %s, so that other code may look it up and call it");
            case SETTING ->
                add(
                        "named-in-file",
                        use.place(),
                        "%s is named at %s, so that other code may look it up and call it; change that place first");
            case STUB ->
                add("stub", use.place(), "%s is not declared once, at the top and without decorators, in its stub %s");
            case UNREADABLE ->
                add("unreadable-file", use.place(), "%s may be used in %s, which cannot be read; correct that file");
            case LOOKUP ->
                add(
                        "dynamic-lookup",
                        use.place(),
                        "the module of %s is looked through at %s, so that the class may be found and called there");
            case STAR ->
                add(
                        "star-import",
                        use.place(),
                        "the module of %s is imported with * at %s, which would bring the instance's name too; import"
                                + " by name first");
            default -> {
                // Imports of the class are sites, and documentation is only reported.
            }
        }
    }
}
