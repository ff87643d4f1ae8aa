package dev.codemod.codemod;

import dev.codemod.match.Denoted;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Node;
import dev.codemod.tree.StringConstant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Strings of a file by which code may look up or replace a member of a module: {@code patch("logging.warn")}, {@code
 * setattr(logging, "warn", fake)}. Code that is rewritten to use another member would no longer meet it.
 */
final class NamedInStrings {
    private static final Pattern NAME = Pattern.compile("[A-Za-z]?[\"']([A-Za-z_][\\w.]*)[\"']");

    private final Semantics semantics;

    /** The lines of strings by every dotted end of their text. */
    private final Map<String, Integer> lines = new HashMap<>();

    /** Calls that get an object and a name of a member. */
    private final List<Call> lookups = new ArrayList<>();

    private final Map<String, Integer> known = new HashMap<>();

    NamedInStrings(Semantics semantics) {
        this.semantics = semantics;
        for (StringConstant string : semantics.module().findAll(StringConstant.class)) {
            String name = name(string);
            while (name.indexOf('.') > 0) {
                lines.putIfAbsent(name, string.line());
                name = name.substring(name.indexOf('.') + 1);
            }
        }
        for (Call call : semantics.module().findAll(Call.class)) {
            if (call.arguments().size() > 1 && call.arguments().get(1) instanceof StringConstant) {
                lookups.add(call);
            }
        }
    }

    /** Returns the name that is all of a string, or an empty text. */
    private static String name(StringConstant string) {
        Matcher matcher = NAME.matcher(string.sourceText());
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** Returns the line of a string that may name what a match names, or 0. */
    int line(List<Denoted> names) {
        Set<String> qualified = new HashSet<>();
        names.forEach(name -> qualified.add(name.qualifiedName()));
        int line = 0;
        for (String name : qualified) {
            line = line != 0 ? line : known.computeIfAbsent(name, this::lineOf);
        }
        return line;
    }

    private int lineOf(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return 0;
        }
        String module = name.substring(0, dot);
        for (Call call : lookups) {
            Node object = call.arguments().first();
            StringConstant member = (StringConstant) call.arguments().get(1);
            if (object instanceof Expression expression
                    && name(member).equals(name.substring(dot + 1))
                    && module.equals(semantics.qualifiedName(expression))) {
                return call.line();
            }
        }
        return lines.getOrDefault(name, 0);
    }
}
