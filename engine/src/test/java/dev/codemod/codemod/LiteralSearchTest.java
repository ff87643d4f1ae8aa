package dev.codemod.codemod;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiteralSearchTest {
    @Test
    void aFilterNeedsOneLiteralOfEachGroup() {
        Prefilter filter = Prefilter.anyOf("async").and("sleep", "requests");
        assertThat(passes("async def f(): requests.get(u)", filter)).isTrue();
        assertThat(passes("def f(): requests.get(u)", filter)).isFalse();
        assertThat(passes("async def f(): pass", filter)).isFalse();
    }

    @Test
    void literalsInsideOtherLiteralsAreFound() {
        assertThat(passes("she sells", Prefilter.anyOf("he"))).isTrue();
        assertThat(passes("ushers", Prefilter.anyOf("hers").and("she").and("he")))
                .isTrue();
    }

    @Test
    void theFilterWithoutGroupsLetsEverythingPassAndOneWithoutLiteralsNothing() {
        assertThat(passes("", Prefilter.always())).isTrue();
        assertThat(passes("anything", Prefilter.anyOf())).isFalse();
        assertThat(Prefilter.anyOf().isUnsatisfiable()).isTrue();
        assertThat(Prefilter.anyOf("x").isUnsatisfiable()).isFalse();
    }

    @Test
    void thousandsOfLiteralsAreNotLookedFor() {
        String[] many = new String[9000];
        for (int i = 0; i < many.length; i++) {
            many[i] = "def name" + i;
        }
        assertThat(passes("anything", Prefilter.anyOf(many))).isTrue();
        assertThat(passes("anything", Prefilter.anyOf("x").and(many))).isFalse();
        assertThat(passes("x", Prefilter.anyOf("x").and(many))).isTrue();
    }

    @Test
    void aFilterImpliesOneThatEveryFileItLetsPassWouldPass() {
        Prefilter wide = Prefilter.anyOf("meta", "call").and("meta", "type");
        assertThat(Prefilter.anyOf("meta").implies(wide)).isTrue();
        assertThat(Prefilter.anyOf("meta").and("x").implies(wide)).isTrue();
        assertThat(Prefilter.anyOf("call").implies(wide)).isFalse();
        assertThat(Prefilter.anyOf("meta", "other").implies(wide)).isFalse();
        assertThat(wide.implies(Prefilter.always())).isTrue();
        assertThat(Prefilter.always().implies(wide)).isFalse();
    }

    @Test
    void aGroupMayNameFilesBesidesLiterals() {
        Prefilter filter = Prefilter.anyOf("import *").andFilesOr(List.of("b.py"), "config");
        assertThat(passes("a.py", "from config import *", filter)).isTrue();
        assertThat(passes("a.py", "from other import *", filter)).isFalse();
        assertThat(passes("b.py", "from other import *", filter)).isTrue();
        assertThat(passes("b.py", "import other", filter)).isFalse();
        assertThat(passes("b.py", "import other", Prefilter.always().andFilesOr(List.of("b.py"), "config")))
                .isTrue();
    }

    @Test
    void aFilterWithMoreFilesConcernsThoseAlone() {
        Prefilter earlier = Prefilter.anyOf("import *").andFilesOr(List.of("b.py"), "config");
        Prefilter later = Prefilter.anyOf("import *").andFilesOr(List.of("b.py", "c.py"), "config");
        assertThat(later.implies(earlier)).isFalse();
        assertThat(earlier.implies(later)).isTrue();
        assertThat(later.after(earlier).mayPass("c.py")).isTrue();
        assertThat(later.after(earlier).mayPass("b.py")).isFalse();
        Prefilter other = Prefilter.anyOf("import *").andFilesOr(List.of("b.py"), "config", "settings");
        assertThat(other.after(earlier).mayPass("b.py")).isTrue();
    }

    @Test
    void bytesOutsideAsciiAreFound() {
        assertThat(passes("caf\u00e9", Prefilter.anyOf("\u00e9"))).isTrue();
        assertThat(passes("cafe", Prefilter.anyOf("\u00e9"))).isFalse();
    }

    @Test
    void agreesWithTheObviousSearchOnRandomFiltersAndTexts() {
        Random random = new Random(20261123);
        for (int round = 0; round < 2_000; round++) {
            List<List<String>> groups = new ArrayList<>();
            Prefilter filter = Prefilter.always();
            for (int g = random.nextInt(4); g > 0; g--) {
                List<String> group = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    group.add(text(random, 1 + round % 3 + random.nextInt(4)));
                }
                groups.add(group);
                filter = filter.and(group.toArray(new String[0]));
            }
            String text = text(random, random.nextInt(40));
            boolean expected = groups.stream().allMatch(group -> group.stream().anyMatch(text::contains));
            Prefilter other = Prefilter.anyOf("ab", "ca");
            boolean[] found =
                    new LiteralSearch(List.of(filter, other)).search("a.py", text.getBytes(StandardCharsets.UTF_8));
            assertThat(found[0]).as("%s in %s", groups, text).isEqualTo(expected);
            assertThat(found[1]).isEqualTo(text.contains("ab") || text.contains("ca"));
        }
    }

    @Test
    void aLiteralIsFoundAtEveryPlaceBetweenLongerAndShorterOnes() {
        QuickSearch search = new QuickSearch(List.of(bytes("metaclass"), bytes("async"), bytes("\u00e9t\u00e9")));
        for (String literal : List.of("metaclass", "async", "\u00e9t\u00e9")) {
            for (int i = 0; i < 20; i++) {
                assertThat(search.isAnyIn(bytes(".".repeat(i) + literal))).isTrue();
                assertThat(search.isAnyIn(bytes(literal + "a".repeat(i)))).isTrue();
                assertThat(search.isAnyIn(bytes("m".repeat(i) + literal.substring(1))))
                        .isEqualTo(i > 0 && literal.startsWith("m"));
            }
            assertThat(search.isAnyIn(bytes(literal.substring(0, literal.length() - 1))))
                    .isFalse();
        }
        assertThat(search.isAnyIn(new byte[0])).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(3)));
        }
        return text.toString();
    }

    private static boolean passes(String text, Prefilter filter) {
        return passes("a.py", text, filter);
    }

    private static boolean passes(String path, String text, Prefilter filter) {
        return new LiteralSearch(List.of(filter)).search(path, text.getBytes(StandardCharsets.UTF_8))[0];
    }
}
