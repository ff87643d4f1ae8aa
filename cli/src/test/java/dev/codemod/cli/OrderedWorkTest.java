package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedWorkTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16})
    void resultsComeInTheOrderOfTheInputs(int threads) {
        List<Integer> inputs = IntStream.range(0, 1_000).boxed().toList();
        List<Integer> received = new ArrayList<>();
        OrderedWork.run(inputs, threads, OrderedWorkTest::slowSquare, (i, e) -> -1, received::add);
        assertThat(received).isEqualTo(inputs.stream().map(i -> i * i).toList());
    }

    private static int slowSquare(int i) {
        // The first of every ten takes longest, so that others overtake it.
        double waste = 0;
        for (int k = 0; i % 10 == 0 && k < 200_000; k++) {
            waste += Math.sqrt(k);
        }
        return waste < 0 ? 0 : i * i;
    }

    @Test
    void noInputsGiveNoResults() {
        List<Integer> received = new ArrayList<>();
        OrderedWork.run(List.<Integer>of(), 4, i -> i, (i, e) -> -1, received::add);
        assertThat(received).isEmpty();
    }

    @Test
    void workersDoNotRunFarAheadOfTheReceiver() {
        AtomicInteger started = new AtomicInteger();
        List<Integer> lead = new ArrayList<>();
        List<Integer> inputs = IntStream.range(0, 1_000).boxed().toList();
        OrderedWork.run(
                inputs,
                2,
                i -> {
                    started.incrementAndGet();
                    return i;
                },
                (i, e) -> -1,
                i -> lead.add(started.get() - i));
        assertThat(lead).hasSize(1_000).allMatch(n -> n <= 34);
    }

    @Test
    void aFailureBecomesTheResultOfItsInput() {
        List<String> received = new ArrayList<>();
        OrderedWork.run(
                List.of(1, 2, 3),
                2,
                i -> {
                    if (i == 2) {
                        throw new IllegalStateException("two");
                    }
                    return "ok";
                },
                (i, e) -> i + " " + e.getMessage(),
                received::add);
        assertThat(received).containsExactly("ok", "2 two", "ok");
    }

    @Test
    void deepRecursionFindsALargeStack() {
        List<Integer> received = new ArrayList<>();
        OrderedWork.run(List.of(1_000_000), 1, OrderedWorkTest::depth, (i, e) -> -1, received::add);
        assertThat(received).containsExactly(1_000_000);
    }

    private static int depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1);
    }

    @Test
    void anExceptionOfTheReceiverEndsTheRun() {
        List<Integer> inputs = IntStream.range(0, 1_000).boxed().toList();
        AtomicInteger done = new AtomicInteger();
        assertThatThrownBy(() -> OrderedWork.run(inputs, 2, i -> done.incrementAndGet(), (i, e) -> -1, i -> {
                    throw new IOException("full");
                }))
                .hasMessage("full");
        assertThat(done.get()).isLessThan(100);
    }
}
