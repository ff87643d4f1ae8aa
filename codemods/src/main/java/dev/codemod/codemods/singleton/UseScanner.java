package dev.codemod.codemods.singleton;

import dev.codemod.codemod.FileContext;
import dev.codemod.codemods.singleton.UseTargets.Target;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;
import dev.codemod.tree.StringConstant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The second pass: where a file uses names of modules that define singletons.
 *
 * <p>As it is not known where imports are searched, every import and every dotted mention that may mean a module counts.
 */
final class UseScanner {
    private static final Set<String> NAMESPACES = Set.of("vars", "dir", "getmembers");
    private static final Set<String> LOOKUPS =
            Set.of("setattr", "getattr", "delattr", "hasattr", "object", "attrgetter", "patch_object", "setitem");

    private final FileContext file;
    private final String path;
    private final FileMentions mentions;
    private final Set<UseFact> found = new TreeSet<>();
    private Set<Attribute> stored;

    private UseScanner(FileContext file) {
        this.file = file;
        this.path = file.path();
        this.mentions = new FileMentions(path, file.module());
    }

    static SingletonFacts scan(FileContext file, UseTargets targets, SingletonFacts definitions, Helpers known) {
        UseScanner scanner = new UseScanner(file);
        for (Target target : scanner.candidates(targets)) {
            if (!target.path.equals(scanner.path)) {
                scanner.scan(target);
            }
        }
        if (StubRewrite.isStub(file.path())) {
            return new SingletonFacts(List.of(), List.of(), List.copyOf(scanner.found));
        }
        Set<String> wanted = new TreeSet<>(targets.classNames());
        wanted.addAll(definitions.renamed());
        wanted.addAll(definitions.families().wantedNames());
        SiteScanner sites = new SiteScanner(file.path(), file.semantics(), wanted, targets.methods());
        List<ClassAnalysis> singletons = ClassAnalysis.of(file, definitions);
        return new SingletonFacts(
                List.of(),
                List.of(),
                List.copyOf(scanner.found),
                singletons.stream().map(ClassAnalysis::fact).sorted().toList(),
                sites.sites().stream()
                        .map(SiteScanner.Site::fact)
                        .distinct()
                        .sorted()
                        .toList(),
                sites.providers().stream().sorted().toList(),
                List.of(scanner.mentions.names()),
                List.of(),
                isSetup(file.path())
                        ? List.of(DistributionFact.of(
                                file.path(), file.module().sourceText().replace(" ", "")))
                        : List.of(),
                List.of(new HelperReader(file.path(), file.semantics(), definitions.paths())
                        .read(scanner.mentions, known)),
                new FamilyReader(file.path(), file.semantics(), definitions, singletons).read(targets.classNames()),
                List.of());
    }

    static boolean isSetup(String path) {
        return path.equals("setup.py") || path.endsWith("/setup.py");
    }

    /** Returns the facts for a file that cannot be read. */
    static SingletonFacts unreadable(String path, UseTargets targets) {
        Set<UseFact> found = new TreeSet<>();
        for (String definedIn : targets.byPath().keySet()) {
            if (!definedIn.equals(path)) {
                found.add(new UseFact(definedIn, "", path, 0, UseFact.Kind.UNREADABLE));
            }
        }
        return new SingletonFacts(List.of(), List.of(), List.copyOf(found));
    }

    /** Returns the literals one of which a file must contain to mention a class or metaclass; empty if there is none. */
    static Set<String> literals(UseTargets targets, SingletonFacts known) {
        Set<String> literals = new TreeSet<>();
        if (targets.byPath().isEmpty()) {
            return literals;
        }
        known.renamed().forEach(name -> literals.add(literal(name)));
        for (Target target : targets.byPath().values()) {
            target.mentioned.forEach(name -> literals.add(literal(name)));
        }
        return literals;
    }

    /** Returns the longest part of a name whose bytes are the same in all encodings; empty if there is none. */
    static String literal(String name) {
        String longest = "";
        for (String part : name.split("[^\\x00-\\x7F]+")) {
            longest = part.length() > longest.length() ? part : longest;
        }
        return longest;
    }

    // ---------------------------------------------------------------- which modules

    /** Returns the modules of which {@link #scan(Target)} can find anything, and maybe others. */
    private Set<Target> candidates(UseTargets targets) {
        Set<Target> candidates = new LinkedHashSet<>();
        if (path.endsWith(".pyi")) {
            Target stubbed = targets.byPath().get(path.substring(0, path.length() - 1));
            if (stubbed != null) {
                candidates.add(stubbed);
            }
        }
        for (FileMentions.From from : mentions.froms) {
            candidates.addAll(targets.inModule(lastPart(from.module())));
            for (String name : from.names()) {
                candidates.addAll(targets.inModule(lastPart(name)));
                candidates.addAll(targets.mentionedAs(name));
            }
        }
        for (String dotted : mentions.imports) {
            candidates.addAll(targets.inModule(lastPart(dotted)));
        }
        for (FileMentions.Member member : mentions.members) {
            for (Target target : targets.inModule(member.owner())) {
                if (target.mentioned.contains(member.name()) || target.others.contains(member.name())) {
                    candidates.add(target);
                }
            }
        }
        for (String part : mentions.literalParts) {
            candidates.addAll(targets.mentionedAs(part));
        }
        for (Keyword keyword : mentions.patches) {
            candidates.addAll(targets.mentionedAs(keyword.name().sourceText()));
        }
        for (FileMentions.Literal literal : mentions.literals) {
            addNamed(candidates, literal.content(), targets);
        }
        return candidates;
    }

    private void addNamed(Set<Target> candidates, String content, UseTargets targets) {
        candidates.addAll(targets.mentionedAs(content));
        for (Target target : targets.withOther(content.substring(content.lastIndexOf('.') + 1))) {
            if (endsWith(content, target.module.last()) || mentions.literalParts.contains(target.module.last())) {
                candidates.add(target);
            }
        }
    }

    /** Returns whether the last part of a dotted name stands behind {@code module}. */
    private static boolean endsWith(String dotted, String module) {
        int dot = dotted.lastIndexOf('.');
        String before = dotted.substring(0, Math.max(dot, 0));
        return dot >= 0 && (before.equals(module) || before.endsWith("." + module));
    }

    private static String lastPart(String dotted) {
        List<String> parts = ModulePath.parts(dotted);
        return parts.isEmpty() ? "" : parts.get(parts.size() - 1);
    }

    // ---------------------------------------------------------------- one module

    private void add(Target target, String name, Node place, UseFact.Kind kind) {
        found.add(new UseFact(target.path, name, path, place.line(), kind));
    }

    private void scan(Target target) {
        if (StubRewrite.isStub(path)) {
            boolean isOwn = StubRewrite.moduleOf(path).equals(target.path);
            for (String name : isOwn ? target.classes : Set.<String>of()) {
                if (!StubRewrite.canFollow(file.module(), name)) {
                    found.add(new UseFact(target.path, name, path, 1, UseFact.Kind.STUB));
                }
            }
            return;
        }
        boolean isReached = imports(target);
        if (isReached && DynamicStores.isIn(file.module())) {
            found.add(new UseFact(target.path, "", path, 0, UseFact.Kind.STORE));
        }
        if (isReached) {
            lookups(target);
        }
        attributes(target, isReached);
        strings(target, isReached);
    }

    /** Returns whether the file may have the module, or a package around it, in a variable. */
    private boolean imports(Target target) {
        boolean isReached = false;
        for (FileMentions.From from : mentions.froms) {
            boolean isModule = target.module.mayBe(from.module());
            boolean isPackage =
                    target.module.mayBeInside(from.module()) || from.module().isEmpty();
            if (isModule && from.statement().isStar()) {
                add(target, "", from.statement(), UseFact.Kind.STAR);
                isReached = true;
            }
            for (int i = 0; i < from.names().size(); i++) {
                String name = from.names().get(i);
                boolean isName = target.mentioned.contains(name);
                boolean isClass = target.classes.contains(name);
                if (!isClass && (isModule && (isName || target.others.contains(name)) || isPackage && isName)) {
                    add(target, name, from.statement().names().get(i), UseFact.Kind.USE);
                }
                isReached |= target.module.mayBe(from.module().isEmpty() ? name : from.module() + "." + name);
                isReached |= isModule && isName;
            }
        }
        for (String dotted : mentions.imports) {
            isReached |= target.module.mayBe(dotted);
        }
        return isReached;
    }

    /** Code that goes through all names of the module: {@code inspect.getmembers(module)}, {@code module.__dict__}. */
    private void lookups(Target target) {
        for (Call call : file.module().findAll(Call.class)) {
            boolean isLookup = call.func() instanceof Name name && NAMESPACES.contains(name.sourceText())
                    || call.func() instanceof Attribute attribute
                            && attribute.attr().is("getmembers");
            if (isLookup
                    && !call.arguments().isEmpty()
                    && call.arguments().first() instanceof Expression module
                    && isModule(module, target)) {
                add(target, "", call, UseFact.Kind.LOOKUP);
            }
        }
        for (FileMentions.Member member : mentions.members) {
            if (member.name().equals("__dict__") && isModule(member.attribute().value(), target)) {
                add(target, "", member.attribute(), UseFact.Kind.LOOKUP);
            }
        }
    }

    private boolean isModule(Expression expression, Target target) {
        String qualified = file.semantics().qualifiedName(expression);
        return qualified != null && ModuleRef.of(qualified, path).mayBe(target.path);
    }

    private void attributes(Target target, boolean isReached) {
        for (FileMentions.Member member : mentions.members) {
            String name = member.name();
            Attribute attribute = member.attribute();
            boolean isOfModule = isReached || target.module.last().equals(member.owner());
            if (target.classes.contains(name)) {
                continue;
            }
            if (target.mentioned.contains(name) && isOfModule) {
                add(target, name, attribute, UseFact.Kind.USE);
            } else if (target.storages.contains(name) && isReached && !isOwn(attribute.value())) {
                add(target, name, attribute, UseFact.Kind.USE);
            } else if (target.others.contains(name) && isOfModule) {
                add(target, name, attribute, isStored(attribute) ? UseFact.Kind.STORE : UseFact.Kind.USE);
            }
        }
    }

    private boolean isStored(Attribute attribute) {
        if (stored == null) {
            stored = new HashSet<>(file.semantics().attributeTargets());
        }
        return stored.contains(attribute);
    }

    /** Returns whether an attribute is one of the class that the code is in, by the names that everybody uses. */
    private static boolean isOwn(Expression owner) {
        return Text.isName(owner, "cls") || Text.isName(owner, "self");
    }

    private void strings(Target target, boolean isReached) {
        String module = target.module.last();
        boolean isNamed = isReached || mentions.literalParts.contains(module);
        for (Keyword keyword : mentions.patches) {
            if (target.mentioned.contains(keyword.name().sourceText())) {
                add(target, keyword.name().sourceText(), keyword, UseFact.Kind.STRING);
            }
        }
        for (FileMentions.Literal literal : mentions.literals) {
            String content = literal.content();
            for (String name : target.mentioned) {
                boolean isLookedUp = content.equals(name) && isLookup(literal.node());
                if ((isLookedUp || DottedNames.mayName(content, name, module, isNamed)) && !isOfFile(literal)) {
                    add(target, name, literal.node(), UseFact.Kind.STRING);
                }
            }
            String last = content.substring(content.lastIndexOf('.') + 1);
            if (target.others.contains(last)) {
                boolean isArgument = isNamed && content.equals(last) && isPatched(literal.node());
                if (isArgument || endsWith(content, module)) {
                    add(target, last, literal.node(), UseFact.Kind.STORE);
                }
            }
        }
    }

    /** Returns whether a string means what the file itself has under the name: a quoted type, a logger, an element of __all__. */
    private boolean isOfFile(FileMentions.Literal literal) {
        Path place = file.semantics().path(literal.node());
        return QuotedTypes.isAnnotation(place, file.semantics())
                || QuotedTypes.isLogger(place, file.semantics())
                || Exports.isExportList(place);
    }

    /** Returns whether a string is the name of an attribute that is read or replaced, whatever it is one of. */
    private boolean isLookup(StringConstant string) {
        Node parent = file.semantics().path(string).parent();
        if (!(parent instanceof Call call) || !(call.func() instanceof Name || call.func() instanceof Attribute)) {
            return false;
        }
        String function = call.func() instanceof Attribute attribute
                ? attribute.attr().sourceText()
                : call.func().sourceText();
        return LOOKUPS.contains(function);
    }

    /** Returns whether a string is the second argument of a call, as in {@code setattr(module, "NAME", value)}. */
    private boolean isPatched(StringConstant string) {
        return file.semantics().path(string).parent() instanceof Call call
                && call.arguments().size() >= 2
                && call.arguments().get(1) == string;
    }
}
