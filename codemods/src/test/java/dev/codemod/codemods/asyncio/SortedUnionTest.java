package dev.codemod.codemods.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SortedUnionTest {
    @Test
    void aUnionIsSortedAndHasNothingTwice() {
        Random random = new Random(6);
        for (int run = 0; run < 200; run++) {
            List<Integer> left = SortedUnion.sorted(numbers(random));
            List<Integer> right = SortedUnion.sorted(numbers(random));
            TreeSet<Integer> all = new TreeSet<>(left);
            all.addAll(right);
            assertThat(SortedUnion.of(left, right)).containsExactlyElementsOf(all);
        }
    }

    private static List<Integer> numbers(Random random) {
        List<Integer> numbers = new ArrayList<>();
        for (int count = random.nextInt(8); count > 0; count--) {
            numbers.add(random.nextInt(12));
        }
        return numbers;
    }
}
