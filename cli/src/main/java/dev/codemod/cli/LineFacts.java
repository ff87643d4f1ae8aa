package dev.codemod.cli;

import dev.codemod.semantics.Evidence;
import dev.codemod.semantics.Resolution;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.Source;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Module;
import java.util.ArrayList;
import java.util.List;

/** What the engine itself knows about a line: what is called there, and from which places in the file this is known. */
final class LineFacts {
    private LineFacts() {}

    /**
     * Returns one sentence for every call on the line.
     *
     * @param line 1-based
     */
    static List<String> of(Module module, int line) {
        Semantics semantics = Semantics.of(module);
        List<String> facts = new ArrayList<>();
        for (Call call : module.findAll(Call.class)) {
            if (line(call.func(), call.func().startOffset()) <= line
                    && line <= line(call.func(), call.func().endOffset())) {
                facts.add(fact(call.func(), semantics));
            }
        }
        return facts;
    }

    private static int line(Expression expression, int offset) {
        Source source = expression.parsed().source();
        return source.line(offset);
    }

    private static String fact(Expression function, Semantics semantics) {
        Resolution resolution = semantics.resolve(function);
        String text = "`" + function.sourceText().replaceAll("\\s+", " ") + "` ";
        if (resolution.isKnown()) {
            return text + "is " + resolution + reasons(resolution);
        }
        if (function instanceof Attribute attribute) {
            Resolution owner = semantics.resolve(attribute.value());
            return text + "is a method or attribute of a value that imports do not give"
                    + reasons(resolution.evidence().isEmpty() ? owner : resolution);
        }
        return text + "is not known by name" + reasons(resolution);
    }

    private static String reasons(Resolution resolution) {
        List<String> reasons = new ArrayList<>();
        for (Evidence evidence : resolution.evidence()) {
            reasons.add(evidence.toString());
        }
        return reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")";
    }
}
