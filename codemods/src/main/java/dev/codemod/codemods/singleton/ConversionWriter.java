package dev.codemod.codemods.singleton;

import dev.codemod.codemod.FileContext;
import dev.codemod.rewrite.Imports;
import dev.codemod.rewrite.Snippet;
import dev.codemod.rewrite.TreeReplacer;
import dev.codemod.tree.Argument;
import dev.codemod.tree.ArgumentList;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Block;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes the conversions of a file into its tree. */
final class ConversionWriter {
    private static final Snippet<Statement> INSTANCE = Snippet.statement("$name = $cls()");
    private static final Snippet<Statement> STORAGE = Snippet.statement("$storage = None");
    private static final Snippet<Statement> LOCK = Snippet.statement("$lock = $factory()");
    private static final Snippet<Statement> ACCESSOR = Snippet.statement("""
            def $name():
                global $storage
                if $storage is None:
                    $storage = $cls()
                return $storage
            """);
    private static final Snippet<Statement> LOCKED_ACCESSOR = Snippet.statement("""
            def $name():
                global $storage
                if $storage is None:
                    with $lock:
                        if $storage is None:
                            $storage = $cls()
                return $storage
            """);
    private static final Snippet<Statement> NEW_STYLE = Snippet.statement("class C(object): pass");
    private static final Snippet<Statement> PASS = Snippet.statement("pass");

    private final FileContext file;
    private final SingletonFacts facts;
    private final Decisions decisions;
    private final List<Conversion> conversions;
    private final Imports imports;
    private final TreeReplacer replacer;
    private final Set<Statement> removedUses;
    private final Set<String> exportedNames;
    private final Map<Statement, List<Statement>> added = new IdentityHashMap<>();
    private final Map<Statement, Statement> renewed = new IdentityHashMap<>();
    private final Set<String> needed = new HashSet<>();

    /** The nodes that go away, by which the last users of metaclasses and imports are found. */
    private final List<Node> gone = new ArrayList<>();

    /**
     * @param replacer what is replaced already
     * @param exportedNames what {@code __all__} must name besides the instances of the file itself
     * @param removedUses the statements that go away because other files' singletons are used in another way
     */
    ConversionWriter(
            FileContext file,
            SingletonFacts facts,
            Decisions decisions,
            List<Conversion> conversions,
            TreeReplacer replacer,
            Set<Statement> removedUses,
            Set<String> exportedNames) {
        this.exportedNames = exportedNames;
        this.replacer = replacer;
        this.removedUses = removedUses;
        this.file = file;
        this.facts = facts;
        this.decisions = decisions;
        this.conversions = conversions;
        this.imports = Imports.of(file.module());
    }

    Module write() {
        for (Conversion conversion : conversions) {
            header(conversion);
            instance(conversion);
        }
        exports();
        Set<Statement> removed = new Leftovers(file, facts, decisions, conversions, gone, needed).remove(replacer);
        removed.addAll(removedUses);
        for (Statement statement : file.module().statements()) {
            List<Statement> all = new ArrayList<>();
            if (!removed.contains(statement)) {
                all.add(renewed.getOrDefault(statement, statement));
            }
            all.addAll(added.getOrDefault(statement, List.of()));
            if (all.size() != 1 || all.get(0) != statement) {
                replacer.replace(statement, all);
            }
        }
        return imports.applyTo(replacer.apply(file.module()));
    }

    // ---------------------------------------------------------------- the class

    private void header(Conversion conversion) {
        MetaclassUse use = conversion.use();
        ClassDef definition = conversion.view().definition();
        if (use.form() == MetaclassUse.Form.INHERITED) {
            return;
        }
        if (conversion.metaclass().isAbstract()) {
            Expression rest = imports.ensureFrom("abc", "ABCMeta", use.metaclass());
            needed.add(rest.findAll(Name.class).get(0).sourceText());
            gone.add(use.metaclass());
            replacer.replace(use.metaclass(), rest);
            return;
        }
        switch (use.form()) {
            case KEYWORD -> keyword(definition, use);
            case WITH_METACLASS -> withMetaclass((Call) use.place(), use);
            case ADD_METACLASS -> {
                gone.add(use.place());
                replacer.remove(use.place());
                makeNewStyle(definition);
            }
            case CLASS_ATTRIBUTE -> {
                removeFromBody(definition.body(), (Statement) use.place());
                makeNewStyle(definition);
            }
            case MODULE_ATTRIBUTE -> makeNewStyle(definition);
            case DECORATOR -> {
                gone.add(use.place());
                replacer.remove(use.place());
            }
            case NEW, ACCESSOR -> ownSingleton(conversion);
            case INHERITED -> throw new IllegalStateException("the base class has the metaclass");
        }
    }

    private void keyword(ClassDef definition, MetaclassUse use) {
        gone.add(use.place());
        boolean isOnly = definition.arguments().arguments().size() == 1;
        replacer.remove(isOnly ? definition.arguments() : use.place());
    }

    private void withMetaclass(Call call, MetaclassUse use) {
        gone.add(call.func());
        gone.add(use.metaclass());
        List<Argument> bases =
                new ArrayList<>(call.arguments().subList(1, call.arguments().size()));
        if (bases.isEmpty()) {
            bases.add(Snippet.name("object"));
        }
        replacer.replace(call, bases);
    }

    private void removeFromBody(Block body, Statement statement) {
        gone.add(statement);
        if (body.statements().size() == 1) {
            replacer.replace(statement, PASS.build());
        } else {
            replacer.remove(statement);
        }
    }

    /** Removes the method that keeps the instance, and what only it needed; what it set goes to {@code __init__}. */
    private void ownSingleton(Conversion conversion) {
        OwnSingleton own = conversion.own();
        Statement method = (Statement) own.use().place();
        List<Statement> replacement =
                new InitialState(own, conversion.view(), file.semantics()).replacement(file.level());
        List<Statement> removedStatements = new ArrayList<>(own.storage());
        removedStatements.add(method);
        gone.addAll(removedStatements);
        file.dropComments(method);
        Block body = conversion.view().definition().body();
        if (replacement.isEmpty() && removedStatements.containsAll(body.statements())) {
            replacement = List.of(PASS.build());
        }
        own.storage().forEach(replacer::remove);
        replacer.replace(method, replacement);
        InstancePlan plan = conversion.plan();
        if (plan.kind() == InstancePlan.Kind.EXISTING && !own.method().isEmpty()) {
            for (Call call : plan.existing().findAll(Call.class)) {
                if (call.func() instanceof Attribute attribute
                        && attribute.attr().is(own.method())) {
                    replacer.replace(call, accessorCall(conversion.className()));
                }
            }
        }
    }

    /** In Python 2 a class without bases is of the old style unless a metaclass makes it new. */
    private void makeNewStyle(ClassDef definition) {
        ArgumentList bases = definition.arguments();
        if (bases == null || bases.arguments().isEmpty()) {
            if (NEW_STYLE.build() instanceof ClassDef model) {
                renewed.put(definition, definition.withArguments(model.arguments()));
            }
        }
    }

    // ---------------------------------------------------------------- the instance

    private void instance(Conversion conversion) {
        InstancePlan plan = conversion.plan();
        String name = plan.name();
        for (Call call : plan.replaced()) {
            replacer.replace(call, plan.kind() == InstancePlan.Kind.LAZY ? accessorCall(name) : Snippet.name(name));
        }
        if (plan.kind() == InstancePlan.Kind.EAGER) {
            Statement statement = INSTANCE.at(file.level())
                    .bind("name", name)
                    .bind("cls", conversion.className())
                    .build();
            add(plan.after(), List.of(statement));
        } else if (plan.kind() == InstancePlan.Kind.LAZY) {
            add(plan.after(), accessor(conversion));
        }
    }

    private static Expression accessorCall(String name) {
        return Snippet.expression("$f()").bind("f", name).build();
    }

    private void add(Statement after, List<Statement> statements) {
        added.computeIfAbsent(after, key -> new ArrayList<>()).addAll(statements);
    }

    private List<Statement> accessor(Conversion conversion) {
        InstancePlan plan = conversion.plan();
        List<Statement> statements = new ArrayList<>();
        statements.add(STORAGE.at(file.level()).bind("storage", plan.storage()).build());
        Snippet<Statement> function = (plan.lock().isEmpty() ? ACCESSOR : LOCKED_ACCESSOR).at(file.level());
        if (!plan.lock().isEmpty()) {
            Expression factory =
                    imports.ensure("threading", plan.lock(), conversion.view().definition());
            needed.add(factory.findAll(Name.class).get(0).sourceText());
            statements.add(LOCK.at(file.level())
                    .bind("lock", plan.lockName())
                    .bind("factory", factory)
                    .build());
            function = function.bind("lock", plan.lockName());
        }
        statements.add(function.bind("name", plan.name())
                .bind("storage", plan.storage())
                .bind("cls", conversion.className())
                .build());
        return statements;
    }

    // ---------------------------------------------------------------- __all__

    private void exports() {
        Set<String> wanted = new TreeSet<>(exportedNames);
        for (Conversion conversion : conversions) {
            if (conversion.isExported() && conversion.plan().kind() != InstancePlan.Kind.NONE) {
                wanted.add(conversion.plan().name());
            }
        }
        Exports.add(file.module(), wanted, replacer);
    }
}
