package dev.codemod.codemods.sql;

import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** The calls of a file that may hand queries to a database, and by which rules each is rewritten. */
final class Sinks {
    private final FileFacts facts;
    private final Map<Call, Sink> known = new IdentityHashMap<>();
    private final Set<Call> done = Collections.newSetFromMap(new IdentityHashMap<>());

    Sinks(FileFacts facts) {
        this.facts = facts;
    }

    /** Returns the sink that a call is, with its driver if that is proven, or null if it is none. */
    Sink of(Call call) {
        if (!facts.targets().mayBeSink(call)) {
            return null;
        }
        if (!known.containsKey(call)) {
            Target target = facts.targets().of(call);
            known.put(call, target == null ? null : sink(call, target));
        }
        return known.get(call);
    }

    private Sink sink(Call call, Target target) {
        return Sink.of(call, target, facts.semantics().path(call).parent());
    }

    /** Returns the sink that a call is, of the only driver that the file imports if nothing else is known of it. */
    Sink likely(Call call) {
        Sink sink = of(call);
        if (sink == null || sink.driver() != null || facts.styleOption() != null) {
            return sink;
        }
        Sink assumed = assumed(call);
        return assumed == null ? sink : assumed;
    }

    /** Returns the sink if a call belongs to the only driver that the file imports, or null if it cannot. */
    Sink assumed(Call call) {
        Driver imported = facts.dependency() == null
                ? facts.imported()
                : facts.dependency().only();
        if (imported == null || imported == Driver.SQLALCHEMY || !(call.func() instanceof Attribute method)) {
            return null;
        }
        CallForm form = imported.form(method.attr().sourceText());
        boolean isOwn = facts.functions().classOfSelf(method.value()) != null
                || facts.targets().isOverridden(call);
        return form == null || isOwn ? null : sink(call, Target.of(imported, form));
    }

    /** Returns the rules for a target; without a driver those of the style that the user gave, or of the standard. */
    QueryRules rules(Target target) {
        SqlDialect option = facts.dialectOption();
        Driver certain = target.driver();
        if (certain != null) {
            boolean isOpen = certain.dialect() == SqlDialect.STANDARD && option != null;
            return new QueryRules(certain, certain.style(), isOpen ? option : certain.dialect(), target.percent());
        }
        ParamStyle style = facts.styleOption() == null ? ParamStyle.QMARK : facts.styleOption();
        DriverFacts.Percent percent = style.isPercent() ? DriverFacts.Percent.DOUBLED : DriverFacts.Percent.PLAIN;
        return new QueryRules(null, style, option == null ? SqlDialect.STANDARD : option, percent);
    }

    /** Remembers that a call was rewritten, or reported, together with another. */
    void setDone(Call call) {
        done.add(call);
    }

    boolean isDone(Call call) {
        return done.contains(call);
    }
}
