package dev.codemod.spec;

import dev.codemod.spec.ElementSpec.Kind;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the class of one kind of node. */
final class NodeClassWriter {
    private final KindSpec kind;
    private final List<ElementSpec> slots;
    private final JavaFile file = new JavaFile();

    private NodeClassWriter(KindSpec kind) {
        this.kind = kind;
        this.slots = kind.slots();
    }

    static String write(KindSpec kind, List<KindSpec> all) {
        NodeClassWriter writer = new NodeClassWriter(kind);
        return kind.isAbstract() ? writer.writeAbstract(all) : writer.writeFinal();
    }

    private String writeAbstract(List<KindSpec> all) {
        String permitted = all.stream()
                .filter(other -> other.parent().equals(kind.name()))
                .map(KindSpec::name)
                .collect(Collectors.joining(", "));
        file.line("/** %s */", escaped(kind.doc()));
        file.line("public abstract sealed class %s extends %s permits %s {", kind.name(), kind.parent(), permitted);
        file.line("    %s(Origin origin, int first, int last) {", kind.name());
        file.line("        super(origin, first, last);");
        file.line("    }").line("");
        file.line("    %s(Edit origin, Node from) {", kind.name());
        file.line("        super(origin, from);");
        file.line("    }");
        return file.line("}").toString();
    }

    private String writeFinal() {
        file.line("/**");
        file.line(" * %s", escaped(kind.doc()));
        file.line(" *");
        file.line(" * <pre>{@code %s}</pre>", kind.layout().replace("@", "{@literal @}"));
        file.line(" */");
        file.line("public final class %s extends %s {", kind.name(), kind.parent());
        slots.forEach(slot -> file.line("    private final %s %s;", slot.javaType(), slot.name()));
        if (!slots.isEmpty()) {
            file.line("");
        }
        constructors();
        slots.forEach(this::accessor);
        slots.forEach(this::with);
        copy();
        slotAccess();
        accept();
        return file.line("}").toString();
    }

    private void constructors() {
        file.line("    /** Creates a parsed node that covers the tokens first to last; for the parser only. */");
        file.line("    public %s(Origin origin, int first, int last%s) {", kind.name(), parameters(", "));
        file.line("        super(origin, first, last);");
        slots.forEach(slot -> file.line("        this.%s = %s;", slot.name(), slot.name()));
        file.line("    }").line("");
        if (!slots.isEmpty()) {
            file.line("    private %s(%s from%s) {", kind.name(), kind.name(), parameters(", "));
            file.line("        super(Edit.of(from), from);");
            slots.forEach(slot -> file.line("        this.%s = %s;", slot.name(), slot.name()));
            file.line("    }").line("");
        }
    }

    private String parameters(String before) {
        String list = slots.stream().map(s -> s.javaType() + " " + s.name()).collect(Collectors.joining(", "));
        return list.isEmpty() ? "" : before + list;
    }

    private void accessor(ElementSpec slot) {
        if (slot.kind() == Kind.CHILD && slot.isOptional()) {
            file.line("    /** Returns the %s, or null if there is none. */", words(slot.name()));
        } else if (slot.kind() == Kind.FLAG) {
            file.line("    /** Returns whether {@code %s} is there. */", slot.token());
        } else {
            file.line("    /** Returns the %s. */", words(slot.name()));
        }
        file.line("    public %s %s() {", slot.javaType(), slot.accessor());
        file.line("        return %s;", slot.name());
        file.line("    }").line("");
    }

    private void with(ElementSpec slot) {
        file.line("    /** Returns a copy with another %s, or this node if it is the same. */", words(slot.name()));
        file.line("    public %s with%s(%s %s) {", kind.name(), slot.capitalized(), slot.javaType(), slot.name());
        file.line(
                "        return copy(%s);",
                slots.stream().map(ElementSpec::name).collect(Collectors.joining(", ")));
        file.line("    }").line("");
    }

    private void copy() {
        if (slots.isEmpty()) {
            return;
        }
        file.line("    %s copy(%s) {", kind.name(), parameters(""));
        slots.stream()
                .filter(slot -> slot.kind() != Kind.FLAG && !slot.javaType().equals("int"))
                .filter(slot -> slot.kind() != Kind.CHILD || !slot.isOptional())
                .forEach(slot -> file.line(
                        "        java.util.Objects.requireNonNull(%s, \"%s is null\");", slot.name(), slot.name()));
        String same = slots.stream()
                .map(slot -> slot.name() + " == this." + slot.name())
                .collect(Collectors.joining(" && "));
        String names = slots.stream().map(ElementSpec::name).collect(Collectors.joining(", "));
        file.line("        return %s ? this : new %s(this, %s);", same, kind.name(), names);
        file.line("    }").line("");
    }

    private void slotAccess() {
        file.line("    @Override");
        file.line("    public NodeKind kind() {");
        file.line("        return NodeKind.%s;", kind.constant());
        file.line("    }").line("");
        file.line("    @Override");
        file.line("    public Object slot(int slot) {");
        if (!slots.isEmpty()) {
            file.line("        switch (slot) {");
            for (ElementSpec slot : slots) {
                file.line("            case %d:", slot.slot()).line("                return %s;", slot.name());
            }
            file.line("            default:");
            file.line("                throw new IndexOutOfBoundsException(slot);");
            file.line("        }");
        } else {
            file.line("        throw new IndexOutOfBoundsException(slot);");
        }
        file.line("    }").line("");
        file.line("    @Override");
        if (slots.stream().anyMatch(slot -> slot.kind() == Kind.LIST)) {
            file.line("    @SuppressWarnings(\"unchecked\")");
        }
        file.line("    public Node withSlots(Object[] slots) {");
        file.line("        return %s;", slots.isEmpty() ? "this" : "copy(" + casts() + ")");
        file.line("    }").line("");
    }

    private String casts() {
        return slots.stream()
                .map(slot -> "(" + boxed(slot.javaType()) + ") slots[" + slot.slot() + "]")
                .collect(Collectors.joining(", "));
    }

    private static String boxed(String type) {
        return type.equals("boolean") ? "Boolean" : type.equals("int") ? "Integer" : type;
    }

    private void accept() {
        file.line("    @Override");
        file.line("    public <R, A> R accept(GenericVisitor<R, A> visitor, A arg) {");
        file.line("        return visitor.visit(this, arg);");
        file.line("    }").line("");
        file.line("    @Override");
        file.line("    public <A> void accept(VoidVisitor<A> visitor, A arg) {");
        file.line("        visitor.visit(this, arg);");
        file.line("    }");
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
    }

    private static String escaped(String doc) {
        return doc.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
