package dev.codemod.spec;

import java.util.List;

/** Writes {@code engine/docs/nodes.md}, the page of all nodes. */
final class DocsWriter {
    private DocsWriter() {}

    static String write(List<KindSpec> kinds) {
        StringBuilder page = new StringBuilder();
        page.append("# The nodes of the Python tree\n\n");
        page.append(
                "Generated from `src/main/spec/python.nodes`, whose first lines explain the notation of the layouts.\n");
        page.append("Abstract kinds are in italics.\n\n");
        page.append("| node | extends | meaning | layout |\n|---|---|---|---|\n");
        for (KindSpec kind : kinds) {
            page.append("| ")
                    .append(kind.isAbstract() ? "*" + kind.name() + "*" : "`" + kind.name() + "`")
                    .append(" | `")
                    .append(kind.parent())
                    .append("` | ")
                    .append(kind.doc().replace("|", "\\|").replace("*", "\\*"))
                    .append(" | ")
                    .append(kind.isAbstract() ? "" : "``" + kind.layout().replace("|", "\\|") + " ``")
                    .append(" |\n");
        }
        return page.toString();
    }
}
