package dev.codemod.rewrite;

import dev.codemod.tree.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps that turn an original list into an edited one, in the order of the text.
 *
 * <p>Where elements went and others came at the same place, the first of these replace the first of those.
 */
final class ListOps {
    /** What happens to an element. */
    enum Kind {
        /** It stays, perhaps with changes inside. */
        KEEP,
        /** Another one takes its place. */
        REPLACE,
        /** It goes. */
        DELETE,
        /** A new one comes. */
        INSERT
    }

    /** Decides whether a new element may take the place of an old one. */
    interface Pairing {
        boolean mayReplace(Node now, Node old);
    }

    /**
     * One step.
     *
     * @param now the new element, null for DELETE
     * @param old the old element, null for INSERT
     * @param nowIndex index of the new element, -1 for DELETE
     * @param oldIndex index of the old element, -1 for INSERT
     */
    record Op(Kind kind, Node now, Node old, int nowIndex, int oldIndex) {}

    private ListOps() {}

    static List<Op> of(List<? extends Node> edited, List<? extends Node> original, Pairing pairing) {
        int[] match = ListMatch.match(edited, original);
        List<Op> ops = new ArrayList<>(edited.size() + 4);
        int now = 0;
        int old = 0;
        while (now < edited.size() || old < original.size()) {
            int nowEnd = now;
            while (nowEnd < edited.size() && match[nowEnd] < 0) {
                nowEnd++;
            }
            int oldEnd = nowEnd < edited.size() ? match[nowEnd] : original.size();
            addRegion(edited, original, now, nowEnd, old, oldEnd, pairing, ops);
            if (nowEnd < edited.size()) {
                ops.add(new Op(Kind.KEEP, edited.get(nowEnd), original.get(oldEnd), nowEnd, oldEnd));
                oldEnd++;
                nowEnd++;
            }
            now = nowEnd;
            old = oldEnd;
        }
        return ops;
    }

    private static void addRegion(
            List<? extends Node> edited,
            List<? extends Node> original,
            int nowFrom,
            int nowTo,
            int oldFrom,
            int oldTo,
            Pairing pairing,
            List<Op> ops) {
        int now = nowFrom;
        int old = oldFrom;
        while (now < nowTo && old < oldTo && pairing.mayReplace(edited.get(now), original.get(old))) {
            ops.add(new Op(Kind.REPLACE, edited.get(now), original.get(old), now, old));
            now++;
            old++;
        }
        for (; now < nowTo; now++) {
            ops.add(new Op(Kind.INSERT, edited.get(now), null, now, -1));
        }
        for (; old < oldTo; old++) {
            ops.add(new Op(Kind.DELETE, null, original.get(old), -1, old));
        }
    }
}
