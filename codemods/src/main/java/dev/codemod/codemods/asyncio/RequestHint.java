package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Constant;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Try;
import dev.codemod.tree.Tuple;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A place that counts on requests being what makes the requests of other files: a handler of its exceptions, or a patch of
 * it in their modules.
 *
 * @param path the file
 * @param line its line
 * @param text what is caught or patched
 * @param calls the last names of what the handled code calls; empty for a patch
 */
record RequestHint(String path, int line, String text, List<String> calls)
        implements Comparable<RequestHint>, Serializable {
    private static final Comparator<RequestHint> ORDER = Comparator.comparing(RequestHint::path)
            .thenComparingInt(RequestHint::line)
            .thenComparing(RequestHint::text);

    RequestHint {
        calls = List.copyOf(calls);
    }

    /** Returns the hints of a file. */
    static Set<RequestHint> in(String path, Semantics semantics) {
        Set<RequestHint> hints = new TreeSet<>();
        for (Try attempt : semantics.module().findAll(Try.class)) {
            for (ExceptHandler handler : attempt.handlers()) {
                if (handler.type() != null && isOfRequests(handler.type(), semantics)) {
                    hints.add(
                            new RequestHint(path, handler.line(), handler.type().sourceText(), calledIn(attempt)));
                }
            }
        }
        for (Call call : semantics.module().findAll(Call.class)) {
            boolean isPatch = lastName(call.func()).equals("patch")
                    || lastName(call.func()).equals("setattr");
            if (isPatch && !call.arguments().isEmpty() && call.arguments().first() instanceof Constant target) {
                String text = target.sourceText().replaceAll("^\\w*[\"']+|[\"']+$", "");
                if (text.contains(".requests")) {
                    hints.add(new RequestHint(path, call.line(), text, List.of()));
                }
            }
        }
        return hints;
    }

    private static boolean isOfRequests(Expression type, Semantics semantics) {
        if (type instanceof Tuple tuple) {
            return tuple.elements().stream().anyMatch(element -> isOfRequests(element, semantics));
        }
        String name = semantics.qualifiedName(type);
        return name != null && name.startsWith("requests.");
    }

    private static List<String> calledIn(Try attempt) {
        Set<String> names = new TreeSet<>();
        attempt.body().findAll(Call.class).forEach(call -> names.add(lastName(call.func())));
        return new ArrayList<>(names);
    }

    private static String lastName(Expression function) {
        return function instanceof Attribute attribute ? attribute.attr().sourceText() : function.sourceText();
    }

    /** Returns what there is to say against other exceptions and another module in a file. */
    Verdict judge(String file, Collection<String> functions) {
        if (file.equals(path)) {
            return Verdict.SAFE;
        }
        if (calls.isEmpty()) {
            String module = SleepImports.moduleOf(file);
            return ("." + text).contains("." + module + ".requests")
                    ? Verdict.unsafe(
                            "stale-patch",
                            path + ":" + line + " patches " + text + ", which would no longer have its effect")
                    : Verdict.SAFE;
        }
        return functions.stream().anyMatch(calls::contains)
                ? Verdict.unsafe(
                        "exceptions-elsewhere",
                        path + ":" + line + " catches " + text + ", which this request no longer raises")
                : Verdict.SAFE;
    }

    @Override
    public int compareTo(RequestHint other) {
        return ORDER.compare(this, other);
    }
}
