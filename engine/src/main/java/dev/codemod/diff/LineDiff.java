package dev.codemod.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which lines differ between two texts, in time that stays bounded whatever the texts are.
 *
 * <p>Myers' algorithm costs the product of length and number of differences, which is nothing for the few edits of a
 * rewrite and minutes for two unrelated files. So the common head and tail are cut off first, a large rest is split at
 * lines that occur once on both sides (the anchors of patience diff), and a stretch that is still large after that, a
 * table of equal lines perhaps, is walked with a short look ahead; where that finds nothing, the rest is replaced.
 */
final class LineDiff {
    /** Lines of both sides together up to which Myers' algorithm sees a stretch whole; some 10 ms at worst. */
    private static final int DIRECT_LINES = 2_000;

    /** Lines of both sides together beyond which a stretch without anchors is only walked; some 0.5 s at worst. */
    private static final int MAX_MYERS_LINES = 16_000;

    /** How many lines of both sides together the walk skips to find equal lines again. */
    private static final int LOOK_AHEAD = 60;

    /** How many equal lines in a row the walk takes for the end of a change. */
    private static final int RUN = 4;

    private final Lines before;
    private final Lines after;
    private final List<Change> changes = new ArrayList<>();

    private LineDiff(Lines before, Lines after) {
        this.before = before;
        this.after = after;
    }

    /** Returns the changes from {@code before} to {@code after} in ascending order, no two of them touching. */
    static List<Change> changes(Lines before, Lines after) {
        LineDiff diff = new LineDiff(before, after);
        diff.compare(new Change(0, before.count(), 0, after.count()), true);
        return diff.changes;
    }

    private void compare(Change stretch, boolean mayAnchor) {
        Change rest = trimmed(stretch);
        int beforeCount = rest.beforeEnd() - rest.beforeStart();
        int afterCount = rest.afterEnd() - rest.afterStart();
        if (beforeCount == 0 && afterCount == 0) {
            return;
        }
        int size = beforeCount + afterCount;
        if (beforeCount == 0 || afterCount == 0) {
            add(rest);
        } else if (!mayAnchor && size > MAX_MYERS_LINES) {
            compareByWalking(rest);
        } else if (mayAnchor && size > DIRECT_LINES) {
            compareBetweenAnchors(rest);
        } else {
            compareByMyers(rest);
        }
    }

    private Change trimmed(Change stretch) {
        int beforeStart = stretch.beforeStart();
        int beforeEnd = stretch.beforeEnd();
        int afterStart = stretch.afterStart();
        int afterEnd = stretch.afterEnd();
        while (beforeStart < beforeEnd && afterStart < afterEnd && before.sameLine(beforeStart, after, afterStart)) {
            beforeStart++;
            afterStart++;
        }
        while (beforeStart < beforeEnd
                && afterStart < afterEnd
                && before.sameLine(beforeEnd - 1, after, afterEnd - 1)) {
            beforeEnd--;
            afterEnd--;
        }
        return new Change(beforeStart, beforeEnd, afterStart, afterEnd);
    }

    private void compareByMyers(Change stretch) {
        List<String> old = before.strings(stretch.beforeStart(), stretch.beforeEnd());
        List<String> changed = after.strings(stretch.afterStart(), stretch.afterEnd());
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, changed, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            int beforeStart = stretch.beforeStart() + delta.getSource().getPosition();
            int afterStart = stretch.afterStart() + delta.getTarget().getPosition();
            add(new Change(
                    beforeStart,
                    beforeStart + delta.getSource().size(),
                    afterStart,
                    afterStart + delta.getTarget().size()));
        }
    }

    private void compareBetweenAnchors(Change stretch) {
        int beforeStart = stretch.beforeStart();
        int afterStart = stretch.afterStart();
        for (int[] anchor : anchors(stretch)) {
            compare(new Change(beforeStart, anchor[0], afterStart, anchor[1]), false);
            beforeStart = anchor[0] + 1;
            afterStart = anchor[1] + 1;
        }
        compare(new Change(beforeStart, stretch.beforeEnd(), afterStart, stretch.afterEnd()), false);
    }

    /** Returns pairs (line before, line after) of equal lines, both members ascending. */
    private List<int[]> anchors(Change stretch) {
        Map<String, int[]> places = new HashMap<>();
        List<String> old = before.strings(stretch.beforeStart(), stretch.beforeEnd());
        for (int i = 0; i < old.size(); i++) {
            places.computeIfAbsent(old.get(i), line -> new int[4])[0]++;
            places.get(old.get(i))[1] = stretch.beforeStart() + i;
        }
        List<String> changed = after.strings(stretch.afterStart(), stretch.afterEnd());
        for (int i = 0; i < changed.size(); i++) {
            int[] place = places.get(changed.get(i));
            if (place != null) {
                place[2]++;
                place[3] = stretch.afterStart() + i;
            }
        }
        List<int[]> common = new ArrayList<>();
        for (String line : old) {
            int[] place = places.get(line);
            if (place[0] == 1 && place[2] == 1) {
                common.add(new int[] {place[1], place[3]});
            }
        }
        return longestAscending(common);
    }

    /** Returns the longest subsequence whose second members ascend, by patience sorting. */
    private static List<int[]> longestAscending(List<int[]> pairs) {
        int[] pileTops = new int[pairs.size()];
        int[] previous = new int[pairs.size()];
        int piles = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = piles;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(pileTops[middle])[1] < pairs.get(i)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : pileTops[low - 1];
            pileTops[low] = i;
            piles = Math.max(piles, low + 1);
        }
        int[][] longest = new int[piles][];
        for (int i = piles == 0 ? -1 : pileTops[piles - 1], k = piles - 1; i >= 0; i = previous[i], k--) {
            longest[k] = pairs.get(i);
        }
        return Arrays.asList(longest);
    }

    private void compareByWalking(Change stretch) {
        Change rest = stretch;
        while (rest.beforeStart() < rest.beforeEnd() && rest.afterStart() < rest.afterEnd()) {
            Change change = firstChange(rest);
            add(change);
            rest = trimmed(new Change(change.beforeEnd(), rest.beforeEnd(), change.afterEnd(), rest.afterEnd()));
        }
        if (rest.beforeStart() < rest.beforeEnd() || rest.afterStart() < rest.afterEnd()) {
            add(rest);
        }
    }

    /** Returns the lines to skip until {@link #RUN} lines are equal; all of {@code rest} if that is too far. */
    private Change firstChange(Change rest) {
        for (int skipped = 1; skipped <= LOOK_AHEAD; skipped++) {
            for (int skippedBefore = 0; skippedBefore <= skipped; skippedBefore++) {
                int i = rest.beforeStart() + skippedBefore;
                int j = rest.afterStart() + skipped - skippedBefore;
                if (isRun(i, rest.beforeEnd(), j, rest.afterEnd())) {
                    return new Change(rest.beforeStart(), i, rest.afterStart(), j);
                }
            }
        }
        return rest;
    }

    private boolean isRun(int beforeLine, int beforeEnd, int afterLine, int afterEnd) {
        if (beforeLine + RUN > beforeEnd || afterLine + RUN > afterEnd) {
            return false;
        }
        for (int k = 0; k < RUN; k++) {
            if (!before.sameLine(beforeLine + k, after, afterLine + k)) {
                return false;
            }
        }
        return true;
    }

    private void add(Change change) {
        int last = changes.size() - 1;
        if (last >= 0 && changes.get(last).touches(change)) {
            changes.set(last, changes.get(last).joined(change));
        } else {
            changes.add(change);
        }
    }
}
