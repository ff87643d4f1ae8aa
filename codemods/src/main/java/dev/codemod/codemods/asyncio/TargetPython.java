package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.FileContext;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Match;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.NamedExpr;
import java.util.Map;

/**
 * The oldest Python that must run what is written into a file.
 *
 * @param level the level
 * @param isKnown whether the user or the project says so; otherwise it is the level at which the file was read
 */
record TargetPython(LanguageLevel level, boolean isKnown) {
    /** Members of asyncio, and since when they exist. A file that uses one does not run on an older Python. */
    private static final Map<String, LanguageLevel> MEMBERS = Map.of(
            "asyncio.run", LanguageLevel.PY37,
            "asyncio.create_task", LanguageLevel.PY37,
            "asyncio.get_running_loop", LanguageLevel.PY37,
            "asyncio.to_thread", LanguageLevel.PY39,
            "asyncio.TaskGroup", LanguageLevel.PY311,
            "asyncio.timeout", LanguageLevel.PY311,
            "asyncio.Runner", LanguageLevel.PY311);

    /** Reads what the user, the project and the file itself say; what the user says counts alone. */
    static TargetPython of(FileContext file) {
        LanguageLevel said = file.oldestLevel();
        if (said == null) {
            return new TargetPython(file.level(), false);
        }
        boolean isOfUser = said == file.level();
        LanguageLevel shown = isOfUser ? said : shownBy(file.module(), file.semantics());
        return new TargetPython(shown.isAtLeast(said) ? shown : said, true);
    }

    boolean isAtLeast(LanguageLevel wanted) {
        return level.isAtLeast(wanted);
    }

    /** Returns the level that the code of a file needs for sure; one that asks for the version may need less. */
    private static LanguageLevel shownBy(Module module, Semantics semantics) {
        LanguageLevel shown = LanguageLevel.PY35;
        if (!module.findAll(Match.class).isEmpty()) {
            shown = LanguageLevel.PY310;
        } else if (!module.findAll(NamedExpr.class).isEmpty()) {
            shown = LanguageLevel.PY38;
        }
        for (Attribute attribute : module.findAll(Attribute.class)) {
            if (attribute.attr().is("version_info")) {
                return shown;
            }
        }
        for (Name name : module.findAll(Name.class)) {
            if (name.is("hasattr") || name.is("AttributeError")) {
                return shown;
            }
        }
        for (Attribute attribute : module.findAll(Attribute.class)) {
            LanguageLevel since = MEMBERS.get(String.valueOf(semantics.qualifiedName(attribute)));
            shown = since != null && since.isAtLeast(shown) ? since : shown;
        }
        return shown;
    }
}
