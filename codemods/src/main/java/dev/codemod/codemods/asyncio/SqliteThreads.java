package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Call;
import dev.codemod.tree.Keyword;

/** Whether the connections of a file may be used by other threads than the one that opened them. */
final class SqliteThreads {
    private static final Verdict REFUSED = Verdict.refuse(
            "thread-affine",
            "a connection of sqlite3 and its cursors work only in the thread that opened it: pass check_same_thread=False to"
                    + " sqlite3.connect, use aiosqlite, or move all its uses into one function that runs in a thread");

    private SqliteThreads() {}

    static Verdict judge(Semantics semantics) {
        boolean hasConnection = false;
        for (Call call : semantics.module().findAll(Call.class)) {
            if ("sqlite3.connect".equals(semantics.qualifiedName(call.func()))) {
                hasConnection = true;
                if (!isFree(call)) {
                    return REFUSED;
                }
            }
        }
        return hasConnection ? Verdict.SAFE : REFUSED;
    }

    private static boolean isFree(Call connect) {
        for (Argument argument : connect.arguments()) {
            if (argument instanceof Keyword keyword
                    && keyword.name() != null
                    && keyword.name().is("check_same_thread")) {
                return keyword.value().is("False");
            }
        }
        return false;
    }
}
