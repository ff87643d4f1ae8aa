package dev.codemod.codemods;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemods.asyncio.AwaitBlockingCalls;
import dev.codemod.codemods.singleton.SingletonToModule;
import dev.codemod.codemods.sql.SqlParams;
import java.util.List;

/** All codemods that come with the project. */
public final class Catalogue {
    private Catalogue() {}

    /** Returns the codemods in the order in which they are listed and applied. */
    public static List<Codemod> all() {
        return List.of(new AwaitBlockingCalls(), new SqlParams(), new SingletonToModule());
    }
}
