package dev.codemod.codemods.sql;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileContext;
import dev.codemod.rewrite.Imports;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.Types;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** What the rewriting of each call of a file needs to know of the file. */
final class FileFacts {
    private final FileContext file;
    private final Semantics semantics;
    private final Code code;
    private final Targets targets;
    private final ValueTypes types;
    private final Types inferred;
    private final Functions functions;
    private final TextCalls textCalls;
    private final HandEscaping escaping;
    private final Purity purity;
    private final Constants constants;
    private final FixedTexts fixedTexts;
    private final Sinks sinks;
    private final QueryExplanation explanation;
    private final Driver imported;
    private final DependencyFacts dependency;
    private final ParamStyle styleOption;
    private final SqlDialect dialectOption;
    private final Imports imports;
    private final Set<String> extended = new HashSet<>();
    private final Map<Node, Set<String>> names = new IdentityHashMap<>();

    FileFacts(FileContext file, HelperFacts helpers) {
        this.file = file;
        semantics = file.semantics();
        imports = Imports.of(file.module());
        code = new Code(file.level());
        functions = new Functions(semantics);
        textCalls = new TextCalls(semantics);
        constants = new Constants(file, code, textCalls, helpers);
        fixedTexts = new FixedTexts(semantics, constants);
        inferred = Types.of(semantics, helpers.typeTable(file.path()));
        types = new ValueTypes(semantics, inferred, functions);
        styleOption = ParamStyle.of(file.option(SqlParams.PARAMSTYLE));
        targets = new Targets(
                semantics,
                new Receivers(file, inferred, constants, helpers),
                constants,
                styleOption,
                new HelperCalls(file, helpers, inferred));
        escaping = new HandEscaping(semantics);
        purity = new Purity(semantics);
        sinks = new Sinks(this);
        explanation = new QueryExplanation(this);
        imported = Drivers.onlyImported(file.module());
        dependency = helpers.dependencies().only() == null || Drivers.importsAny(file.module())
                ? null
                : helpers.dependencies();
        dialectOption = SqlDialect.of(file.option(SqlParams.DIALECT));
    }

    FileContext file() {
        return file;
    }

    /** Returns the imports of the file, to which new ones are added. */
    Imports imports() {
        return imports;
    }

    Semantics semantics() {
        return semantics;
    }

    Code code() {
        return code;
    }

    Targets targets() {
        return targets;
    }

    ValueTypes types() {
        return types;
    }

    /** Returns the light types of the engine, with the drivers' classes. */
    Types inferred() {
        return inferred;
    }

    Functions functions() {
        return functions;
    }

    TextCalls textCalls() {
        return textCalls;
    }

    HandEscaping escaping() {
        return escaping;
    }

    Purity purity() {
        return purity;
    }

    Constants constants() {
        return constants;
    }

    FixedTexts fixedTexts() {
        return fixedTexts;
    }

    QueryExplanation explanation() {
        return explanation;
    }

    Sinks sinks() {
        return sinks;
    }

    /** Returns the only driver that the file imports, or null. */
    Driver imported() {
        return imported;
    }

    /** Returns the lists of dependencies that name one driver, if the file imports none; else null. */
    DependencyFacts dependency() {
        return dependency;
    }

    /** Returns the style that the user gave for receivers that are not known, or null. */
    ParamStyle styleOption() {
        return styleOption;
    }

    /** Returns the dialect that the user gave for databases that are not known, or null. */
    SqlDialect dialectOption() {
        return dialectOption;
    }

    /** Offers the rewrite of a call, with what has to be rewritten together with it. */
    boolean offer(Applicability applicability, Sink sink, String reason, String message) {
        String unit = sink.target().unit();
        // What is not asked for leaves the call as it is, and the others go on: the function takes both.
        boolean isAlone = unit == null || !file.allows(applicability) || file.isIgnored(sink.call());
        boolean isApplied = isAlone
                ? file.offer(applicability, sink.call(), reason, message)
                : file.offer(applicability, sink.call(), reason, message, unit);
        if (isApplied && unit != null) {
            extended.add(unit);
        }
        return isApplied;
    }

    /** Returns the keys of the functions that rewritten calls need to be extended. */
    Set<String> extended() {
        return extended;
    }

    /** Returns a name that the function around a node does not use yet, and reserves it. */
    String freshName(String base, Node place) {
        Node function = semantics.path(place).enclosing(FunctionDef.class);
        Node around = function == null ? file.module() : function;
        Set<String> taken = names.computeIfAbsent(around, FileFacts::namesIn);
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    private static Set<String> namesIn(Node node) {
        Set<String> found = new HashSet<>();
        node.findAll(Name.class).forEach(name -> found.add(name.sourceText()));
        node.findAll(Identifier.class).forEach(name -> found.add(name.sourceText()));
        return found;
    }
}
