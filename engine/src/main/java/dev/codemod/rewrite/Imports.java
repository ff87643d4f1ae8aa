package dev.codemod.rewrite;

import static java.util.Objects.requireNonNull;

import dev.codemod.tree.Alias;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds the imports that new code needs and removes those that nothing needs any more.
 *
 * <pre>{@code
 * Imports imports = Imports.of(file.module());
 * Expression sleep = imports.ensure("asyncio", "sleep", call);      // asyncio.sleep, or sleep, or asyncio_.sleep
 * ... build the rewritten module with it ...
 * imports.removeIfUnused("time");
 * return imports.applyTo(rewritten);
 * }</pre>
 *
 * <p>An import that is there is used, whatever its form and alias, if the name that it binds is bound to nothing else
 * where the new code stands. Otherwise {@code import module} is added at the top of the file, after the docstring and
 * the {@code __future__} imports, in its group (standard library, other packages, own package) and in alphabetical
 * order. Where the module's name is taken and the file imports from the module, the member is imported too: after {@code
 * from datetime import datetime}, {@code timezone.utc} comes with {@code from datetime import datetime, timezone}.
 * Otherwise, or where the member's name is taken as well, the module gets a fresh name.
 */
public final class Imports {
    private final Module module;
    private final BoundNames bound;
    private final List<Import> imports;
    private final List<ImportFrom> fromImports;
    private final Set<Addition> added = new LinkedHashSet<>();
    private final Set<String> unwanted = new LinkedHashSet<>();

    /**
     * An import to be added.
     *
     * @param moduleName the module
     * @param member what is imported from it, or null for the module itself
     * @param name the own name of the module or member, or the alias under which it is imported
     */
    private record Addition(String moduleName, String member, String name) {}

    private Imports(Module module) {
        this.module = requireNonNull(module, "module is null");
        this.bound = BoundNames.of(module);
        this.imports = module.findAll(Import.class);
        this.fromImports = module.findAll(ImportFrom.class);
    }

    /** Returns the imports of a file as it was parsed. */
    public static Imports of(Module module) {
        return new Imports(module);
    }

    /**
     * Returns an expression by which new code refers to a member of a module, and plans the import that it needs.
     *
     * @param moduleName the module, dotted if it is in a package
     * @param member the name in the module, with dots if it is an attribute of one
     * @param place a node of the parsed tree; the new code stands in its place, and in its scope
     */
    public Expression ensure(String moduleName, String member, Node place) {
        return ensure(moduleName, member, place, false);
    }

    /**
     * Returns an expression as {@link #ensure} does, but where the file imports from the module by {@code from} only, so
     * does the new import.
     */
    public Expression ensureInStyle(String moduleName, String member, Node place) {
        return ensure(moduleName, member, place, true);
    }

    /**
     * Returns an expression by which new code refers to a module, and plans the import that it needs.
     *
     * @param place as for {@link #ensure}
     */
    public Expression ensureModule(String moduleName, Node place) {
        List<Node> functions = functionsAround(place);
        String known = knownModule(moduleName, functions, place);
        if (known == null) {
            known = nameFor(moduleName, functions);
            added.add(new Addition(moduleName, null, known));
        }
        return Snippet.expression(known).build();
    }

    private Expression ensure(String moduleName, String member, Node place, boolean followsStyle) {
        List<Node> functions = functionsAround(place);
        String known = knownName(moduleName, member, functions, place);
        if (known == null) {
            known = plannedMember(moduleName, member, functions);
        }
        if (known == null) {
            String name = nameFor(moduleName, functions);
            String first = firstPart(member);
            boolean isAlias = !name.equals(moduleName);
            boolean prefersFrom = importsFrom(moduleName) && (isAlias || followsStyle && !imports(moduleName));
            if (prefersFrom && memberName(first, functions).equals(first)) {
                added.add(new Addition(moduleName, first, first));
                known = member;
            } else {
                added.add(new Addition(moduleName, null, name));
                known = name + "." + member;
            }
        }
        return Snippet.expression(known).build();
    }

    private boolean imports(String moduleName) {
        return module.statements().stream()
                .anyMatch(statement -> statement instanceof Import plain
                        && plain.names().stream().anyMatch(alias -> alias.name().is(moduleName)));
    }

    private boolean importsFrom(String moduleName) {
        return module.statements().stream()
                .anyMatch(statement ->
                        statement instanceof ImportFrom from && !from.isStar() && isFrom(from, moduleName));
    }

    private static boolean isFrom(ImportFrom statement, String moduleName) {
        return statement.level() == 0
                && statement.module() != null
                && statement.module().sourceText().equals(moduleName);
    }

    private static String firstPart(String dotted) {
        return dotted.contains(".") ? dotted.substring(0, dotted.indexOf('.')) : dotted;
    }

    /**
     * Returns an expression by which new code refers to a member of a module, and plans {@code from module import
     * member} if neither the member nor the module is imported.
     *
     * @param place as for {@link #ensure}
     */
    public Expression ensureFrom(String moduleName, String member, Node place) {
        List<Node> functions = functionsAround(place);
        String known = knownName(moduleName, member, functions, place);
        if (known == null) {
            known = plannedMember(moduleName, member, functions);
        }
        if (known == null) {
            known = memberName(member, functions);
            added.add(new Addition(moduleName, member, known));
        }
        return Snippet.expression(known).build();
    }

    /**
     * Plans to remove the import of a module, or of a member of a module, if the file no longer uses it.
     *
     * <p>It stays in the body of a class and in a {@code try} statement, where it is all of a block, where a comment
     * would go with it or says that it is there on purpose, where a string or a type comment holds the name ({@code
     * __all__}, a quoted annotation, the target of a patch), where it renames a name to itself, in an {@code
     * __init__.py} or a stub, whose imports are its interface, and in a file that uses {@code globals}, {@code locals},
     * {@code vars}, {@code eval} or {@code exec}.
     *
     * @param qualifiedName the module, or the module and a member
     */
    public void removeIfUnused(String qualifiedName) {
        unwanted.add(requireNonNull(qualifiedName, "qualifiedName is null"));
    }

    /** Returns a tree, made from the parsed one, with the planned imports added and removed. */
    public Module applyTo(Module rewritten) {
        Module result = unwanted.isEmpty() ? rewritten : new UnusedImports(rewritten, unwanted).removed();
        for (Addition addition : added) {
            result = addition.member() == null
                    ? ImportPlacement.add(result, addition.moduleName(), addition.name())
                    : ImportPlacement.addMember(result, addition.moduleName(), addition.member(), addition.name());
        }
        return result;
    }

    // ---------------------------------------------------------------- imports that are there

    private String knownName(String moduleName, String member, List<Node> functions, Node place) {
        String known = knownModule(moduleName, functions, place);
        return known != null ? known + "." + member : knownMember(moduleName, member, functions, place);
    }

    private String knownModule(String moduleName, List<Node> functions, Node place) {
        for (Import statement : imports) {
            for (Alias alias : statement.names()) {
                if (alias.name().sourceText().equals(moduleName)) {
                    String name = boundName(alias);
                    if (isVisible(name, statement, functions, place)) {
                        return alias.asName() != null ? name : moduleName;
                    }
                }
            }
        }
        return null;
    }

    private String knownMember(String moduleName, String member, List<Node> functions, Node place) {
        String first = firstPart(member);
        for (ImportFrom statement : fromImports) {
            boolean isFromModule = isFrom(statement, moduleName);
            for (Alias alias : statement.names()) {
                if (isFromModule
                        && alias.name().is(first)
                        && isVisible(boundName(alias), statement, functions, place)) {
                    return boundName(alias) + member.substring(first.length());
                }
            }
        }
        return null;
    }

    private static String boundName(Alias alias) {
        return (alias.asName() != null ? alias.asName() : alias.name().names().first()).sourceText();
    }

    /**
     * Returns whether a name means what an import binds it to: the import is a statement of the module itself or, before
     * the place, of a function around it, and nothing else binds the name in the same function or in one between.
     */
    private boolean isVisible(String name, Statement statement, List<Node> functions, Node place) {
        for (Node function : functions) {
            List<BoundNames.Binding> inFunction = bindings(name, function);
            if (!inFunction.isEmpty()) {
                return inFunction.size() == 1
                        && inFunction.get(0).statement() == statement
                        && statement.lastToken() < place.firstToken()
                        && function instanceof FunctionDef def
                        && def.body().statements().indexOfNode(statement) >= 0;
            }
        }
        List<BoundNames.Binding> ofModule = bindings(name, null);
        return module.statements().indexOfNode(statement) >= 0
                && ofModule.stream().allMatch(binding -> isSameImport(binding, statement, name));
    }

    /** Imports of submodules bind the same package: {@code import os} and {@code import os.path}. */
    private static boolean isSameImport(BoundNames.Binding binding, Statement statement, String name) {
        return binding.statement() == statement
                || binding.statement() instanceof Import
                        && statement instanceof Import
                        && binding.alias().asName() == null
                        && binding.alias().name().names().first().is(name);
    }

    private List<BoundNames.Binding> bindings(String name, Node function) {
        return bound.of(name).stream()
                .filter(binding -> binding.function() == function)
                .toList();
    }

    private List<Node> functionsAround(Node place) {
        Path path = Path.to(module, place);
        List<Node> functions = new ArrayList<>();
        for (int i = 1; i < path.length(); i++) {
            Node ancestor = path.ancestor(i);
            if (ancestor instanceof FunctionDef || ancestor instanceof Lambda) {
                functions.add(ancestor);
            }
        }
        return functions;
    }

    // ---------------------------------------------------------------- new imports

    /** Returns the name under which a module is imported: its own, or a fresh one where that means something else. */
    private String nameFor(String moduleName, List<Node> functions) {
        String root = firstPart(moduleName);
        if (!isHidden(root, functions) && !isTaken(root)) {
            return moduleName;
        }
        String alias = moduleName.replace('.', '_') + (moduleName.contains(".") ? "" : "_");
        while (isTaken(alias)) {
            alias += "_";
        }
        return alias;
    }

    private String plannedMember(String moduleName, String member, List<Node> functions) {
        String first = firstPart(member);
        for (Addition addition : added) {
            if (addition.moduleName().equals(moduleName)
                    && first.equals(addition.member())
                    && !isHidden(addition.name(), functions)) {
                return addition.name() + member.substring(first.length());
            }
        }
        return null;
    }

    private String memberName(String member, List<Node> functions) {
        String name = member;
        while (isTaken(name) || isUsed(name) || isPlanned(name) || isHidden(name, functions)) {
            name += "_";
        }
        return name;
    }

    private boolean isUsed(String name) {
        return module.findAll(Name.class).stream().anyMatch(use -> use.is(name));
    }

    private boolean isPlanned(String name) {
        return added.stream().anyMatch(addition -> addition.name().equals(name));
    }

    private boolean isHidden(String name, List<Node> functions) {
        return functions.stream().anyMatch(function -> !bindings(name, function).isEmpty());
    }

    /** A name is taken if anything binds it, anywhere, or if a star import may be what gives it its meaning. */
    private boolean isTaken(String name) {
        boolean isBoundElsewhere = bound.of(name).stream().anyMatch(binding -> !isImportOf(binding, name));
        return isBoundElsewhere
                || bound.hasStarImport() && module.findAll(Name.class).stream().anyMatch(use -> use.is(name));
    }

    /** Another {@code import name} or {@code import name.sub} keeps its meaning beside one at the top of the file. */
    private static boolean isImportOf(BoundNames.Binding binding, String name) {
        return binding.statement() instanceof Import
                && binding.alias().asName() == null
                && binding.alias().name().names().first().is(name);
    }
}
