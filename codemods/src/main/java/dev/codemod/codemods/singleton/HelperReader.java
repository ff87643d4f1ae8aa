package dev.codemod.codemods.singleton;

import dev.codemod.codemods.singleton.HelperFact.Kind;
import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Alias;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads what one file says to singletons of other files: {@link HelperModule}. */
final class HelperReader {
    private static final Set<String> IMPORTERS =
            Set.of("importlib", "import_module", "__import__", "imp", "runpy", "pkgutil", "exec", "eval", "execfile");

    private final String path;
    private final Semantics names;
    private final List<String> paths;

    HelperReader(String path, Semantics names, List<String> paths) {
        this.path = path;
        this.names = names;
        this.paths = paths;
    }

    /**
     * Returns the facts of the file.
     *
     * @param known what is known so far, by which its definitions are asked for or not
     */
    HelperModule read(FileMentions mentions, Helpers known) {
        ModulePath own = ModulePath.of(path);
        boolean isWanted = known.modules().stream().anyMatch(module -> module.mayBe(own))
                || known.wanted().stream().anyMatch(name -> names.scope().binding(name) != null);
        boolean isDynamic = mentionsAny(IMPORTERS);
        boolean isKnown = isWanted
                && !isDynamic
                && !mentionsAny(Set.of("globals"))
                && names.scope().starImports().isEmpty();
        return new HelperModule(
                path, imports(path, names), isDynamic, stored(mentions), isKnown ? helpers() : List.of());
    }

    /** Returns the modules that a file imports, or may import. */
    static List<ModuleRef> imports(String path, Semantics names) {
        Set<ModuleRef> found = new TreeSet<>();
        for (Import statement : names.module().findAll(Import.class)) {
            for (Alias alias : statement.names()) {
                found.add(new ModuleRef(alias.name().sourceText().replaceAll("\\s", ""), false));
            }
        }
        for (ImportFrom statement : names.module().findAll(ImportFrom.class)) {
            ModuleRef module = ImportedName.module(statement, path);
            found.add(module);
            for (Alias alias : statement.names()) {
                found.add(module.member(alias.name().sourceText()));
            }
        }
        return List.copyOf(found);
    }

    private boolean mentionsAny(Set<String> wanted) {
        for (Name name : names.module().findAll(Name.class)) {
            if (wanted.contains(name.sourceText())) {
                return true;
            }
        }
        return false;
    }

    private List<String> stored(FileMentions mentions) {
        Set<String> found = new TreeSet<>();
        for (Attribute target : names.attributeTargets()) {
            if (!Text.isName(target.value(), "self") && !Text.isName(target.value(), "cls")) {
                found.add(target.attr().sourceText());
            }
        }
        for (FileMentions.Literal literal : mentions.literals) {
            String name = patched(literal);
            if (!name.isEmpty()) {
                found.add(name);
            }
        }
        for (Call call : names.module().findAll(Call.class)) {
            if (call.func() instanceof Attribute function && function.attr().is("multiple")) {
                call.findAll(Keyword.class).stream()
                        .filter(keyword -> keyword.name() != null)
                        .forEach(keyword -> found.add(keyword.name().sourceText()));
            }
        }
        if (DynamicStores.isIn(names.module())) {
            found.add("");
        }
        return List.copyOf(found);
    }

    /** Returns the name that a call may patch by a string: {@code setattr(module, "NAME", 1)}, {@code patch("app.NAME")}. */
    private String patched(FileMentions.Literal literal) {
        Node parent = names.path(literal.node()).parent();
        if (literal.dotted().size() != 1 || !(parent instanceof Call) && !(parent instanceof Keyword)) {
            return "";
        }
        List<String> dotted = literal.dotted().get(0);
        boolean isSecond = parent instanceof Call call && call.arguments().first() != literal.node();
        return dotted.size() > 1 || isSecond ? dotted.get(dotted.size() - 1) : "";
    }

    // ---------------------------------------------------------------- definitions

    private List<HelperFact> helpers() {
        List<HelperFact> found = new ArrayList<>();
        ModuleConstants unread = new ModuleConstants(names, Set.of());
        for (Binding binding : names.scope().bindings()) {
            Definition only = binding.onlyDefinition();
            int index = only == null ? -1 : names.module().statements().indexOfNode(only.site());
            if (index >= 0) {
                HelperFact helper = helper(binding.name(), only, index, unread.copy());
                if (helper != null) {
                    found.add(helper);
                }
            }
        }
        return found;
    }

    private HelperFact helper(String name, Definition only, int index, ModuleConstants constants) {
        Set<String> none = Set.of();
        if (only.site() instanceof ImportFrom statement && only.alias() != null) {
            ModuleRef module = ImportedName.module(statement, path);
            String imported = only.alias().name().sourceText();
            return fact(only, Kind.IMPORT, "", true, none, List.of(new HelperUse(module, imported, false, false)));
        }
        if (constants.constant(name) != null) {
            return fact(only, Kind.CONSTANT, "", true, constants.reads(), List.of());
        }
        ConstructionSafety safety = new ConstructionSafety(path, names, constants, paths, "");
        if (only.site() instanceof FunctionDef function) {
            safety.call(function, new PureFrame(safety, null), function);
        } else if (only.site() instanceof ClassDef definition) {
            safety.constructPlain(definition);
        } else {
            return null;
        }
        boolean isOrdered = true;
        for (Statement needed : safety.needed()) {
            int other = names.module().statements().indexOfNode(needed);
            isOrdered &= other >= 0 && other <= index;
        }
        constants.definition(name);
        constants.reads().addAll(safety.members());
        return fact(only, Kind.CALLABLE, safety.reason(), isOrdered, constants.reads(), safety.uses());
    }

    private static HelperFact fact(
            Definition only,
            Kind kind,
            String reason,
            boolean isOrdered,
            Set<String> reads,
            Collection<HelperUse> uses) {
        return new HelperFact(
                only.name().sourceText(),
                only.line(),
                kind,
                reason,
                isOrdered,
                List.copyOf(new TreeSet<>(reads)),
                List.copyOf(new TreeSet<>(uses)));
    }
}
