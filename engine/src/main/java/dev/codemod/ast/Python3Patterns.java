package dev.codemod.ast;

import dev.codemod.tree.Expression;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.MatchAs;
import dev.codemod.tree.MatchClass;
import dev.codemod.tree.MatchKeyword;
import dev.codemod.tree.MatchMapping;
import dev.codemod.tree.MatchMappingElement;
import dev.codemod.tree.MatchMappingItem;
import dev.codemod.tree.MatchOr;
import dev.codemod.tree.MatchRest;
import dev.codemod.tree.MatchSequence;
import dev.codemod.tree.MatchSingleton;
import dev.codemod.tree.MatchStar;
import dev.codemod.tree.MatchValue;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Pattern;
import dev.codemod.tree.VoidVisitorAdapter;
import java.util.ArrayList;
import java.util.List;

/** Writes the patterns of case clauses. */
final class Python3Patterns extends VoidVisitorAdapter<Void> {
    private final DumpWriter writer;
    private final Python3Expressions expressions;

    Python3Patterns(DumpWriter writer, Python3Expressions expressions) {
        this.writer = writer;
        this.expressions = expressions;
    }

    private void list(String field, List<? extends Pattern> patterns) {
        if (patterns.isEmpty()) {
            return;
        }
        writer.field(field);
        writer.out().put('[');
        for (int i = 0; i < patterns.size(); i++) {
            writer.element(i);
            patterns.get(i).accept(this, null);
        }
        writer.out().put(']');
    }

    private void name(String field, Identifier name) {
        if (!name.is("_")) {
            writer.field(field, name);
        }
    }

    @Override
    public void visit(MatchValue n, Void arg) {
        writer.begin("MatchValue");
        expressions.field("value", n.value());
        writer.end(n);
    }

    @Override
    public void visit(MatchSingleton n, Void arg) {
        writer.begin("MatchSingleton");
        writer.field("value");
        writer.out().utf8(writer.source().bytes(), n.startOffset(), n.endOffset());
        writer.end(n);
    }

    @Override
    public void visit(MatchSequence n, Void arg) {
        writer.begin("MatchSequence");
        list("patterns", n.patterns());
        writer.end(n);
    }

    @Override
    public void visit(MatchMapping n, Void arg) {
        writer.begin("MatchMapping");
        List<Expression> keys = new ArrayList<>();
        List<Pattern> patterns = new ArrayList<>();
        Identifier rest = null;
        for (MatchMappingElement element : n.items()) {
            if (element instanceof MatchMappingItem item) {
                keys.add(item.key());
                patterns.add(item.pattern());
            } else {
                rest = ((MatchRest) element).name();
            }
        }
        expressions.fields("keys", keys, Context.LOAD);
        list("patterns", patterns);
        if (rest != null) {
            writer.field("rest", rest);
        }
        writer.end(n);
    }

    @Override
    public void visit(MatchClass n, Void arg) {
        writer.begin("MatchClass");
        expressions.field("cls", n.cls());
        List<Pattern> positional = new ArrayList<>();
        List<Identifier> names = new ArrayList<>();
        List<Pattern> named = new ArrayList<>();
        for (Pattern pattern : n.patterns()) {
            if (pattern instanceof MatchKeyword keyword) {
                names.add(keyword.name());
                named.add(keyword.pattern());
            } else {
                positional.add(pattern);
            }
        }
        list("patterns", positional);
        if (!names.isEmpty()) {
            writer.names("kwd_attrs", NodeList.copyOf(names));
        }
        list("kwd_patterns", named);
        writer.end(n);
    }

    @Override
    public void visit(MatchStar n, Void arg) {
        writer.begin("MatchStar");
        name("name", n.name());
        writer.end(n);
    }

    @Override
    public void visit(MatchAs n, Void arg) {
        writer.begin("MatchAs");
        if (n.pattern() != null) {
            writer.field("pattern");
            n.pattern().accept(this, null);
        }
        name("name", n.name());
        writer.end(n);
    }

    @Override
    public void visit(MatchOr n, Void arg) {
        writer.begin("MatchOr");
        list("patterns", n.patterns());
        writer.end(n);
    }
}
