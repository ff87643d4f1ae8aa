package dev.codemod.codemods.asyncio;

import dev.codemod.codemods.asyncio.BlockingCalls.Family;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of the page: all that is known to block, with what takes its place. */
final class CallTable {
    static final String BEGIN = "<!-- made from blocking-calls.txt: begin -->\n";
    static final String END = "<!-- made from blocking-calls.txt: end -->\n";

    private CallTable() {}

    static String markdown() {
        StringBuilder text = new StringBuilder(BEGIN);
        for (Family family : BlockingCalls.table().families()) {
            text.append("\n### ").append(family.title()).append("\n\n");
            text.append("| what blocks | asyncio | anyio | trio |\n|---|---|---|---|\n");
            Map<String, List<String>> rows = new LinkedHashMap<>();
            for (BlockingCall call : family.calls()) {
                String owner = call.displayName().contains(".")
                        ? call.displayName().substring(0, call.displayName().lastIndexOf('.'))
                        : "";
                rows.computeIfAbsent(owner + replacements(call), key -> new ArrayList<>())
                        .add(
                                owner.isEmpty()
                                        ? call.displayName()
                                        : call.displayName().substring(owner.length() + 1));
            }
            rows.forEach((key, members) -> {
                int bar = key.indexOf('|');
                text.append("| ").append(names(key.substring(0, bar), members)).append(key.substring(bar));
            });
        }
        return text.append('\n').append(END).toString();
    }

    private static String names(String owner, List<String> members) {
        if (members.equals(List.of("*"))) {
            return "every method of `" + owner + "` but those that do no I/O ";
        }
        String first = owner.isEmpty() ? members.get(0) : owner + "." + members.get(0);
        StringBuilder text = new StringBuilder("`" + first + "`");
        for (String member : members.subList(1, members.size())) {
            text.append(", `").append(member).append('`');
        }
        return text.append(' ').toString();
    }

    private static String replacements(BlockingCall call) {
        String note = call.isCheap() ? " (with `-P cheap=yes`)" : "";
        Verdict verdict = call.caveat().verdict();
        if (call.caveat() == Caveat.THREAD_AFFINE_CONNECTION) {
            note = " (refused, `thread-affine`, without `check_same_thread=False`)";
        } else if (verdict != Verdict.SAFE) {
            String what = verdict.applicability().toString();
            if (what.equals("manual")) {
                return "| refused: `" + verdict.reason() + "` | \" | \" |\n";
            }
            note = " (`" + what + "`: `" + verdict.reason() + "`)";
        }
        return switch (call.replacement()) {
            case SLEEP -> "| `await asyncio.sleep(t)` | `await anyio.sleep(t)` | `await trio.sleep(t)` |\n";
            case ARGUMENT -> "| `await argument` | \" | \" |\n";
            case FUTURE ->
                "| `await asyncio.wrap_future(future)`; with a timeout `to_thread` | `to_thread.run_sync` | \" |\n";
            case LIST ->
                "| iterated: `await asyncio.to_thread(list, it)` (`unsafe`: `reads-ahead`)"
                        + " | `to_thread.run_sync` | \" |\n";
            case THREAD -> "| `to_thread`" + note + " | `to_thread.run_sync`" + " | \" |\n";
        };
    }
}
