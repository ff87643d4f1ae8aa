package dev.codemod.spec;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes {@code NodeKind}: all kinds with their layouts. */
final class NodeKindWriter {
    private NodeKindWriter() {}

    static String write(List<KindSpec> kinds) {
        JavaFile file = new JavaFile();
        file.line("import java.util.List;").line("");
        file.line(
                "/** The kinds of nodes, each with its layout: the elements that it is written with, in source order. */");
        file.line("public enum NodeKind {");
        List<KindSpec> concrete =
                kinds.stream().filter(kind -> !kind.isAbstract()).toList();
        for (int i = 0; i < concrete.size(); i++) {
            KindSpec kind = concrete.get(i);
            String end = i + 1 < concrete.size() ? "," : ";";
            String elements = kind.elements().stream()
                    .map(NodeKindWriter::element)
                    .collect(Collectors.joining(",\n            "));
            file.line("    /** %s */", kind.name() + ".");
            file.line(
                    "    %s(\"%s\", %d,\n            %s)%s",
                    kind.constant(), kind.name(), kind.slots().size(), elements, end);
        }
        file.line("");
        file.line("    private final String nodeName;");
        file.line("    private final int slotCount;");
        file.line("    private final List<Element> elements;");
        file.line("");
        file.line("    NodeKind(String nodeName, int slotCount, Element... elements) {");
        file.line("        this.nodeName = nodeName;");
        file.line("        this.slotCount = slotCount;");
        file.line("        this.elements = List.of(elements);");
        file.line("    }");
        file.line("");
        file.line("    /** Returns the layout. */");
        file.line("    public List<Element> elements() {");
        file.line("        return elements;");
        file.line("    }");
        file.line("");
        file.line("    /** Returns the number of slots. */");
        file.line("    public int slotCount() {");
        file.line("        return slotCount;");
        file.line("    }");
        file.line("");
        file.line("    /** Returns the name of the node class. */");
        file.line("    @Override");
        file.line("    public String toString() {");
        file.line("        return nodeName;");
        file.line("    }");
        return file.line("}").toString();
    }

    private static String element(ElementSpec e) {
        String place = "Place." + e.place().toUpperCase(Locale.ROOT);
        String separator = "Element.Separator." + e.separator();
        return switch (e.kind()) {
            case TOKEN -> String.format("Element.token(\"%s\", %d)", e.token(), e.group());
            case ANY_TOKENS -> "Element.anyTokens()";
            case CHILD -> String.format("Element.child(%d, \"%s\", %b, %s)", e.slot(), e.name(), e.isOptional(), place);
            case LIST ->
                String.format(
                        "Element.list(%d, \"%s\", %s, %b, %s)", e.slot(), e.name(), separator, e.isOptional(), place);
            case FLAG -> String.format("Element.flag(%d, \"%s\", \"%s\")", e.slot(), e.name(), e.token());
            case ATTRIBUTE -> String.format("Element.attribute(%d, \"%s\", %s)", e.slot(), e.name(), separator);
        };
    }
}
