package dev.codemod.codemods.sql;

import dev.codemod.codemod.FileContext;
import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the functions of a file that hand one of their arguments to a database as the query. */
final class HelperScanner {
    private static final Set<String> METHODS = Set.of("execute", "executemany");

    private final FileFacts facts;

    private HelperScanner(FileFacts facts) {
        this.facts = facts;
    }

    static List<HelperFact> scan(FileContext file) {
        List<FunctionDef> candidates = candidates(file);
        if (candidates.isEmpty()) {
            return List.of();
        }
        HelperScanner scanner = new HelperScanner(new FileFacts(file, HelperFacts.NONE));
        List<HelperFact> found = new ArrayList<>();
        for (FunctionDef function : candidates) {
            HelperFact fact = scanner.fact(function);
            if (fact != null) {
                found.add(fact);
            }
        }
        return found;
    }

    /** Returns the functions with a parameter that is the first argument of {@code execute}, as far as names tell. */
    private static List<FunctionDef> candidates(FileContext file) {
        List<FunctionDef> found = new ArrayList<>();
        for (FunctionDef function : file.module().findAll(FunctionDef.class)) {
            if (!function.parameters().items().isEmpty() && !executed(function).isEmpty()) {
                found.add(function);
            }
        }
        return found;
    }

    /** Returns the calls of {@code execute} in a function whose first argument has the name of a parameter. */
    private static List<Call> executed(FunctionDef function) {
        List<Call> calls = new ArrayList<>();
        for (Call call : function.body().findAll(Call.class)) {
            boolean isExecution = call.func() instanceof Attribute method
                    && METHODS.contains(method.attr().sourceText())
                    && !call.arguments().isEmpty()
                    && call.arguments().get(0) instanceof Name name
                    && parameter(function, name.sourceText()) != null;
            if (isExecution) {
                calls.add(call);
            }
        }
        return calls;
    }

    private static Parameter parameter(FunctionDef function, String name) {
        for (ParameterItem item : function.parameters().items()) {
            if (item instanceof Parameter parameter
                    && parameter.name() != null
                    && parameter.name().is(name)) {
                return parameter;
            }
        }
        return null;
    }

    // ---------------------------------------------------------------- one function

    private HelperFact fact(FunctionDef function) {
        Path path = facts.semantics().path(function);
        boolean isMethod = path.ancestor(2) instanceof ClassDef;
        if (!function.decorators().isEmpty()
                || path.enclosing(FunctionDef.class) != null
                || !hasPlainParameters(function)) {
            return null;
        }
        Name query = (Name) executed(function).get(0).arguments().get(0);
        Binding binding = facts.semantics().bindingOf(query);
        Definition only = binding == null ? null : binding.onlyDefinition();
        int index = only == null ? -1 : function.parameters().items().indexOfNode(only.site());
        if (index < (isMethod ? 1 : 0)) {
            return null;
        }
        List<Sink> sinks = sinks(binding);
        if (sinks.isEmpty()) {
            return null;
        }
        Parameter parameters = parameters(sinks, function);
        boolean hasParameters = sinks.stream().anyMatch(sink -> sink.parameters() != null);
        Driver driver = sinks.get(0).driver();
        if (hasParameters ? parameters == null : !HelperExtension.canExtend(driver, function)) {
            return null;
        }
        int self = isMethod ? 1 : 0;
        int position = parameters == null
                ? function.parameters().items().size()
                : function.parameters().items().indexOfNode(parameters);
        boolean isAlways =
                parameters != null && parameters.defaultValue() != null && !Functions.isNone(parameters.defaultValue());
        return new HelperFact(
                facts.file().path(),
                function.name().startOffset(),
                function.name().sourceText(),
                isMethod,
                driver,
                index - self,
                query.sourceText(),
                position - self,
                parameters == null ? null : parameters.name().sourceText(),
                isAlways);
    }

    private static boolean hasPlainParameters(FunctionDef function) {
        for (ParameterItem item : function.parameters().items()) {
            boolean isPlain = item instanceof Parameter parameter && !parameter.isStar() && !parameter.isDoubleStar();
            if (!isPlain) {
                return false;
            }
        }
        return true;
    }

    /** Returns the calls that execute what a parameter holds; none if it is read for something else too. */
    private List<Sink> sinks(Binding query) {
        List<Sink> sinks = new ArrayList<>();
        for (Name reference : query.references()) {
            Call call = facts.semantics().path(reference).enclosing(Call.class);
            Sink sink = call == null ? null : facts.sinks().of(call);
            boolean isExecuted = sink != null && sink.query() == reference;
            if (isExecuted) {
                boolean isSame = sinks.isEmpty() || sinks.get(0).target().equals(sink.target());
                if (sink.driver() == null || !sink.takesOne() || sink.isMany() || !isSame) {
                    return List.of();
                }
                sinks.add(sink);
            } else if (!TextReads.isLogging(reference, facts.semantics())
                    && !TextReads.isTest(reference, facts.semantics())) {
                return List.of();
            }
        }
        return sinks;
    }

    /** Returns the parameter of the function that its calls pass on as parameters of the query, or null. */
    private Parameter parameters(List<Sink> sinks, FunctionDef function) {
        Parameter agreed = null;
        boolean isLeftOut = false;
        for (Sink sink : sinks) {
            if (sink.parameters() == null) {
                isLeftOut = true;
                continue;
            }
            Name name = passedOn(sink.parameters());
            Parameter parameter = name == null ? null : parameter(function, name.sourceText());
            Binding binding = name == null ? null : facts.semantics().bindingOf(name);
            boolean isParameter = parameter != null
                    && binding != null
                    && binding.definitions().stream().anyMatch(definition -> definition.site() == parameter);
            if (!isParameter || agreed != null && agreed != parameter) {
                return null;
            }
            agreed = parameter;
        }
        // A call without parameters is right if it is in the other branch of a test of them.
        boolean isTested = agreed != null && isTested(agreed);
        return isLeftOut && !isTested ? null : agreed;
    }

    private boolean isTested(Parameter parameter) {
        Binding binding = facts.semantics().bindingOf(parameter.name());
        return binding != null
                && binding.references().stream().anyMatch(reference -> TextReads.isTest(reference, facts.semantics()));
    }

    /** Returns the variable that is passed on as it is, or made a sequence: {@code params or ()}. */
    private static Name passedOn(Expression parameters) {
        if (parameters instanceof BoolOp choice) {
            return choice.values().first() instanceof Name name ? name : null;
        }
        if (parameters instanceof Call call && call.arguments().size() == 1) {
            Argument only = call.arguments().get(0);
            boolean isSequence = call.func().is("tuple") || call.func().is("list");
            return isSequence && only instanceof Name name ? name : null;
        }
        return parameters instanceof Name name ? name : null;
    }
}
