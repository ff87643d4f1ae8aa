package dev.codemod.spec;

import dev.codemod.spec.ElementSpec.Kind;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the visitor interfaces and their adapters. */
final class VisitorWriter {
    private final List<KindSpec> kinds;

    VisitorWriter(List<KindSpec> kinds) {
        this.kinds = kinds.stream().filter(kind -> !kind.isAbstract()).toList();
    }

    String genericVisitor() {
        JavaFile file = new JavaFile();
        file.line("/**");
        file.line(" * Computes something for a node, one method per kind.");
        file.line(" *");
        file.line(" * @param <R> the type of the result");
        file.line(" * @param <A> the type of the argument that is handed on");
        file.line(" */");
        file.line("public interface GenericVisitor<R, A> {");
        kinds.forEach(kind -> file.line("    R visit(%s n, A arg);", kind.name()));
        return file.line("}").toString();
    }

    String voidVisitor() {
        JavaFile file = new JavaFile();
        file.line("/**");
        file.line(" * Does something with a node, one method per kind.");
        file.line(" *");
        file.line(" * @param <A> the type of the argument that is handed on");
        file.line(" */");
        file.line("public interface VoidVisitor<A> {");
        kinds.forEach(kind -> file.line("    void visit(%s n, A arg);", kind.name()));
        return file.line("}").toString();
    }

    String voidVisitorAdapter() {
        JavaFile file = new JavaFile();
        file.line(
                "/** Visits every node below the one it is given, in source order; override what matters and call super. */");
        file.line("public abstract class VoidVisitorAdapter<A> implements VoidVisitor<A> {");
        file.line("    private void visitAll(NodeList<?> nodes, A arg) {");
        file.line("        for (int i = 0; i < nodes.size(); i++) {");
        file.line("            nodes.get(i).accept(this, arg);");
        file.line("        }");
        file.line("    }");
        for (KindSpec kind : kinds) {
            file.line("").line("    @Override").line("    public void visit(%s n, A arg) {", kind.name());
            for (ElementSpec slot : kind.slots()) {
                if (slot.kind() == Kind.LIST) {
                    file.line("        visitAll(n.%s(), arg);", slot.name());
                } else if (slot.kind() == Kind.CHILD && slot.isOptional()) {
                    file.line("        if (n.%s() != null) {", slot.name());
                    file.line("            n.%s().accept(this, arg);", slot.name());
                    file.line("        }");
                } else if (slot.kind() == Kind.CHILD) {
                    file.line("        n.%s().accept(this, arg);", slot.name());
                }
            }
            file.line("    }");
        }
        return file.line("}").toString();
    }

    String genericVisitorAdapter() {
        JavaFile file = new JavaFile();
        file.line(
                "/** Visits nodes in source order and returns the first result that is not null; override what matters. */");
        file.line("public abstract class GenericVisitorAdapter<R, A> implements GenericVisitor<R, A> {");
        file.line("    private R firstOf(NodeList<?> nodes, A arg) {");
        file.line("        for (int i = 0; i < nodes.size(); i++) {");
        file.line("            R result = nodes.get(i).accept(this, arg);");
        file.line("            if (result != null) {");
        file.line("                return result;");
        file.line("            }");
        file.line("        }");
        file.line("        return null;");
        file.line("    }");
        file.line("");
        file.line("    private R of(Node node, A arg) {");
        file.line("        return node == null ? null : node.accept(this, arg);");
        file.line("    }");
        for (KindSpec kind : kinds) {
            file.line("").line("    @Override").line("    public R visit(%s n, A arg) {", kind.name());
            List<ElementSpec> nodes = nodeSlots(kind);
            if (nodes.isEmpty()) {
                file.line("        return null;");
            }
            for (int i = 0; i < nodes.size(); i++) {
                String call = (nodes.get(i).kind() == Kind.LIST ? "firstOf(n." : "of(n.")
                        + nodes.get(i).name() + "(), arg)";
                if (i + 1 == nodes.size()) {
                    file.line("        return %s;", i == 0 ? call : "result != null ? result : " + call);
                } else if (i == 0) {
                    file.line("        R result = %s;", call);
                } else {
                    file.line("        result = result != null ? result : %s;", call);
                }
            }
            file.line("    }");
        }
        return file.line("}").toString();
    }

    String modifierVisitor() {
        JavaFile file = new JavaFile();
        file.line("/**");
        file.line(" * Rewrites a tree bottom-up: every method returns the node to stand in the old one's place.");
        file.line(" *");
        file.line(
                " * <p>A method that returns its argument changes nothing, and a node none of whose children changed is shared");
        file.line(
                " * with the old tree. Null removes an element of a list or an optional child. Override what matters and call");
        file.line(" * {@code super.visit} first to rewrite what lies below.");
        file.line(" */");
        file.line("public abstract class ModifierVisitor<A> implements GenericVisitor<Node, A> {");
        file.line("    private <T extends Node> T required(Class<T> type, T child, A arg) {");
        file.line("        Node result = child.accept(this, arg);");
        file.line("        if (result == null) {");
        file.line("            throw new IllegalStateException(\"a required child cannot be removed: \" + child);");
        file.line("        }");
        file.line("        return type.cast(result);");
        file.line("    }");
        file.line("");
        file.line("    private <T extends Node> T optional(Class<T> type, T child, A arg) {");
        file.line("        return child == null ? null : type.cast(child.accept(this, arg));");
        file.line("    }");
        file.line("");
        file.line("    private <T extends Node> NodeList<T> list(Class<T> type, NodeList<T> nodes, A arg) {");
        file.line("        NodeList<T> result = nodes;");
        file.line("        int removed = 0;");
        file.line("        for (int i = 0; i < nodes.size(); i++) {");
        file.line("            T element = type.cast(nodes.get(i).accept(this, arg));");
        file.line("            if (element == null) {");
        file.line("                result = result.without(i - removed);");
        file.line("                removed++;");
        file.line("            } else {");
        file.line("                result = result.with(i - removed, element);");
        file.line("            }");
        file.line("        }");
        file.line("        return result;");
        file.line("    }");
        for (KindSpec kind : kinds) {
            file.line("").line("    @Override").line("    public Node visit(%s n, A arg) {", kind.name());
            file.line(
                    "        return %s;",
                    nodeSlots(kind).isEmpty() ? "n" : "n.copy(\n                " + modified(kind) + ")");
            file.line("    }");
        }
        return file.line("}").toString();
    }

    private static String modified(KindSpec kind) {
        return kind.slots().stream().map(VisitorWriter::modified).collect(Collectors.joining(",\n                "));
    }

    private static String modified(ElementSpec slot) {
        return switch (slot.kind()) {
            case LIST -> String.format("list(%s.class, n.%s(), arg)", slot.type(), slot.name());
            case CHILD ->
                String.format(
                        "%s(%s.class, n.%s(), arg)",
                        slot.isOptional() ? "optional" : "required", slot.type(), slot.name());
            default -> "n." + slot.accessor() + "()";
        };
    }

    private static List<ElementSpec> nodeSlots(KindSpec kind) {
        return kind.slots().stream()
                .filter(slot -> slot.kind() == Kind.LIST || slot.kind() == Kind.CHILD)
                .toList();
    }
}
