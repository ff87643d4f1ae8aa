package dev.codemod.codemods.singleton;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileContext;
import dev.codemod.rewrite.Comments;
import dev.codemod.rewrite.TreeReplacer;
import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Alias;
import dev.codemod.tree.Assign;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Statement;
import dev.codemod.tree.StringConstant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Removes what only the metaclasses of converted classes needed: themselves, imports, mappings and locks. */
final class Leftovers {
    private final FileContext file;
    private final Semantics names;
    private final SingletonFacts facts;
    private final Decisions decisions;
    private final List<Conversion> conversions;
    private final List<Node> gone;
    private final Set<String> needed;
    private final Set<Statement> removed = new LinkedHashSet<>();
    private final Set<Alias> removedAliases = new HashSet<>();

    /**
     * @param gone the nodes that go away with the conversions
     * @param needed the names that new code uses
     */
    Leftovers(
            FileContext file,
            SingletonFacts facts,
            Decisions decisions,
            List<Conversion> conversions,
            List<Node> gone,
            Set<String> needed) {
        this.decisions = decisions;
        this.file = file;
        this.names = file.semantics();
        this.facts = facts;
        this.conversions = conversions;
        this.gone = new ArrayList<>(gone);
        this.needed = needed;
    }

    /** Notes the removals inside of statements and returns the statements that go away as a whole. */
    Set<Statement> remove(TreeReplacer replacer) {
        moduleAttributes();
        metaclasses();
        boolean isMore = true;
        while (isMore) {
            isMore = variablesAndImports();
        }
        for (Statement statement : file.module().statements()) {
            NodeList<Alias> aliases = aliases(statement);
            if (aliases == null || aliases.isEmpty()) {
                continue;
            }
            if (removedAliases.containsAll(aliases)) {
                removed.add(statement);
            } else {
                aliases.stream().filter(removedAliases::contains).forEach(replacer::remove);
            }
        }
        return removed;
    }

    private static NodeList<Alias> aliases(Statement statement) {
        if (statement instanceof Import imports) {
            return imports.names();
        }
        return statement instanceof ImportFrom from ? from.names() : null;
    }

    /** Python 2's {@code __metaclass__} of a module goes when every class that it concerns has a base now. */
    private void moduleAttributes() {
        for (Conversion conversion : conversions) {
            if (conversion.use().form() != MetaclassUse.Form.MODULE_ATTRIBUTE) {
                continue;
            }
            Statement attribute = (Statement) conversion.use().place();
            boolean isUsed = false;
            for (ClassDef other : file.module().findAll(ClassDef.class)) {
                MetaclassUse use = MetaclassUse.of(other, names);
                isUsed |= use != null && use.place() == attribute && !isConverted(other);
            }
            if (!isUsed) {
                removed.add(attribute);
                gone.add(attribute);
            }
        }
    }

    private boolean isConverted(ClassDef definition) {
        return conversions.stream().anyMatch(conversion -> conversion.view().definition() == definition);
    }

    private void metaclasses() {
        if (file.option(SingletonToModule.KEEP_METACLASS).equals("yes")) {
            return;
        }
        List<Statement> open = new ArrayList<>();
        for (Conversion conversion : conversions) {
            Statement metaclass = MetaclassResolver.definition(conversion.use().metaclass(), names);
            if (metaclass != null && !open.contains(metaclass)) {
                open.add(metaclass);
            }
        }
        for (Statement metaclass : usedElsewhere()) {
            if (!open.contains(metaclass)) {
                open.add(metaclass);
            }
        }
        for (int i = 0; i < open.size(); i++) {
            Statement metaclass = open.get(i);
            if (removed.contains(metaclass)
                    || !file.module().statements().contains(metaclass)
                    || !isUnused(names.bindingOf(name(metaclass)), metaclass)
                    || !isFree(metaclass)) {
                continue;
            }
            removed.add(metaclass);
            gone.add(metaclass);
            file.dropComments(metaclass);
            if (!(metaclass instanceof ClassDef definition)) {
                continue;
            }
            for (Expression base : ClassView.bases(definition, names)) {
                ClassDef inherited = ClassView.classOf(base, names);
                if (inherited != null) {
                    open.add(inherited);
                }
            }
        }
    }

    /** Returns the metaclasses of the file whose last users are classes of other files, and are converted. */
    private List<Statement> usedElsewhere() {
        List<Statement> found = new ArrayList<>();
        for (Statement statement : file.module().statements()) {
            boolean isDefinition = statement instanceof ClassDef || statement instanceof FunctionDef;
            if (isDefinition && !users(statement).isEmpty()) {
                found.add(statement);
            }
        }
        return found;
    }

    /** Returns the name of a metaclass or decorator. */
    private static Identifier name(Statement definition) {
        return definition instanceof FunctionDef function ? function.name() : ((ClassDef) definition).name();
    }

    private List<ClassKey> users(Statement metaclass) {
        List<ClassKey> users =
                decisions.lastUsers(new ClassKey(file.path(), name(metaclass).sourceText()));
        return users == null ? List.of() : users;
    }

    /** Returns whether no other file keeps a metaclass alive; the classes there are units with its removal. */
    private boolean isFree(Statement metaclass) {
        ClassKey key = new ClassKey(file.path(), name(metaclass).sourceText());
        if (decisions.lastUsers(key) == null) {
            return false;
        }
        boolean isFree = true;
        for (ClassKey user : new TreeSet<>(users(metaclass))) {
            isFree &= file.offer(
                    Applicability.SAFE,
                    name(metaclass),
                    "metaclass-removed",
                    key.name() + " goes away with its user " + user.name() + " of " + user.path(),
                    decisions.of(user).unit());
        }
        return isFree;
    }

    /** Returns whether everything that reads a name goes away, and no other file can want it. */
    private boolean isUnused(Binding binding, Node own) {
        String name = binding.name();
        if (needed.contains(name)
                || Exports.contains(file.module(), name)
                || !facts.usesOf(file.path(), name).isEmpty()) {
            return false;
        }
        for (Name reference : binding.references()) {
            if (!isGone(reference) && (own == null || !ClassHazards.isInside(reference, own))) {
                return false;
            }
        }
        return true;
    }

    private boolean isGone(Node node) {
        return gone.stream().anyMatch(outer -> ClassHazards.isInside(node, outer));
    }

    private boolean variablesAndImports() {
        boolean isMore = false;
        for (Binding binding : names.scope().bindings()) {
            Definition only = binding.onlyDefinition();
            boolean isCandidate = only != null
                    && !binding.references().isEmpty()
                    && file.module().statements().contains(only.site())
                    && isUnused(binding, null);
            if (!isCandidate) {
                continue;
            }
            if (only.alias() != null) {
                isMore |= isRemovable((Statement) only.site(), binding.name()) && removedAliases.add(only.alias());
            } else if (only.site() instanceof Assign assign
                    && assign.targets().size() == 1
                    && !removed.contains(assign)
                    && isKept(binding.name())) {
                removed.add(assign);
                gone.add(assign);
                file.dropComments(assign);
                isMore = true;
            }
        }
        return isMore;
    }

    /** An import with a comment, one that a string names, and those of a package, which are its interface, stay. */
    private boolean isRemovable(Statement statement, String name) {
        if (ModulePath.of(file.path()).isPackage() || Comments.of(file.parsed()).trailing(statement) != null) {
            return false;
        }
        for (StringConstant string : file.module().findAll(StringConstant.class)) {
            for (List<String> dotted : DottedNames.in(Text.content(string))) {
                if (dotted.size() > 1 && dotted.get(0).equals(name)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns whether a variable is where a removed metaclass kept instances, or its lock. */
    private boolean isKept(String name) {
        for (Conversion conversion : conversions) {
            Statement metaclass = MetaclassResolver.definition(conversion.use().metaclass(), names);
            if (metaclass instanceof ClassDef definition && removed.contains(definition)) {
                CallValue kind = new MetaclassMembers(definition, names).global(name);
                if (kind == CallValue.CONTAINER || kind == CallValue.LOCK) {
                    return true;
                }
            }
        }
        return false;
    }
}
