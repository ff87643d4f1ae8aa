package dev.codemod.codemod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final List<Integer> NUMBERS = IntStream.range(0, 500).boxed().toList();

    @Test
    void resultsComeInTheOrderOfTheElements() {
        for (int threads : new int[] {1, 2, 8}) {
            List<Integer> results = new ArrayList<>();
            Workers.run(NUMBERS, threads, number -> slowly(number) * 2, results::add);
            assertThat(results).isEqualTo(NUMBERS.stream().map(n -> n * 2).toList());
        }
    }

    @Test
    void anEmptyListIsFine() {
        List<Integer> results = new ArrayList<>();
        Workers.run(List.<Integer>of(), 4, number -> number, results::add);
        assertThat(results).isEmpty();
    }

    @Test
    void theFirstExceptionOfTheWorkIsThrown() {
        assertThatThrownBy(() -> Workers.run(NUMBERS, 4, WorkersTest::fail, result -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("number 250");
    }

    @Test
    void resultsDoNotPileUpBehindASlowOne() throws InterruptedException {
        CountDownLatch firstMayEnd = new CountDownLatch(1);
        AtomicInteger taken = new AtomicInteger();
        Thread run = new Thread(() -> Workers.run(
                NUMBERS,
                4,
                number -> {
                    taken.incrementAndGet();
                    if (number == 0) {
                        awaitQuietly(firstMayEnd);
                    }
                    return number;
                },
                result -> {}));
        run.start();
        while (taken.get() < 64) {
            Thread.onSpinWait();
        }
        Thread.sleep(50);
        assertThat(taken.get()).isEqualTo(64);
        firstMayEnd.countDown();
        run.join();
        assertThat(taken.get()).isEqualTo(500);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theStackHoldsDeepRecursion() {
        List<Integer> results = new ArrayList<>();
        Workers.run(List.of(300_000), 1, WorkersTest::depth, results::add);
        assertThat(results).containsExactly(300_000);
    }

    private static int slowly(int number) {
        for (int i = 0; i < (number * 7919) % 1000; i++) {
            Thread.onSpinWait();
        }
        return number;
    }

    private static int fail(int number) {
        if (number == 250) {
            throw new IllegalStateException("number " + number);
        }
        return number;
    }

    private static int depth(int levels) {
        return levels == 0 ? 0 : 1 + depth(levels - 1);
    }
}
