package dev.codemod.cli.config;

import dev.codemod.codemod.Codemod;
import java.util.Collection;

/** The codemods that a configuration may name. */
public interface CodemodLookup {
    /** Returns the codemod or recipe of this id, or null if there is none. */
    Codemod find(String id);

    /** Returns the ids of all codemods and recipes. */
    Collection<String> ids();
}
