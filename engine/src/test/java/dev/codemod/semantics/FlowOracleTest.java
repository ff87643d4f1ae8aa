package dev.codemod.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.Python3;
import dev.codemod.tree.Call;
import dev.codemod.tree.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Runs random programs and checks that every value that was read came from a definition that was said to reach the
 * place, and that a variable was never bound anew where it was said to keep its value.
 */
class FlowOracleTest {
    private static final int PROGRAMS = 200;

    /**
     * Runs each program many times and prints what it saw: {@code program read definition} for reads, with 0 for an
     * exception, and {@code program a b} for a variable that changed between the two marks.
     */
    private static final String DRIVER = """
            import random, sys

            class Problem(Exception): pass
            class Enough(BaseException): pass

            class Manager:
                def __enter__(self): return self
                def __exit__(self, kind, value, traceback): return kind is Problem and random.random() < 0.5

            seen = set()
            state = {}

            def step():
                state['steps'] += 1
                if state['steps'] > 400:
                    raise Enough()

            def fail():
                step()
                if random.random() < 0.15:
                    raise Problem()

            def k(line):
                fail()
                return line

            def bound(line):
                state['bindings'] += 1
                return line

            def r(line, value):
                step()
                seen.add('%d r %d %d' % (state['program'], line, value if isinstance(value, int) else 0))
                return True

            def c():
                fail()
                return random.random() < 0.5

            def n():
                step()
                return range(random.choice([0, 1, 2]))

            def each(line):
                for i in n():
                    state['bindings'] += 1
                    yield line

            def a(line):
                step()
                state['marks'][line] = state['bindings']

            def b(line):
                step()
                for mark, bindings in state['marks'].items():
                    if bindings != state['bindings']:
                        seen.add('%d m %d %d' % (state['program'], mark, line))

            random.seed(5)
            for number, text in enumerate(sys.stdin.read().split('\\f')):
                space = dict(globals())
                exec(text, space)
                for i in range(60):
                    state.update(program=number, steps=0, bindings=0, marks={})
                    try:
                        space['f']()
                    except (Problem, Enough, NameError):
                        pass
            print('\\n'.join(sorted(seen)))
            """;

    /** Writes one function; each statement that binds or reads x knows its line. */
    private static final class Writer {
        private final Random random;
        private final StringBuilder text = new StringBuilder();
        private int line;

        Writer(long seed) {
            random = new Random(seed);
        }

        private void add(int indent, String statement) {
            line++;
            text.append("    ".repeat(indent))
                    .append(statement.replace("LINE", String.valueOf(line)))
                    .append('\n');
        }

        String function() {
            add(0, "def f():");
            add(1, random.nextBoolean() ? "x = bound(LINE); a(LINE)" : "c() and (x := bound(LINE)); a(LINE)");
            block(1, 3, false);
            add(1, "b(LINE)");
            add(1, "r(LINE, x)");
            return text.toString();
        }

        private void block(int indent, int depth, boolean loop) {
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                if (depth > 0 && random.nextInt(3) > 0) {
                    compound(indent, depth - 1, loop);
                } else {
                    simple(indent, loop);
                }
            }
        }

        private void simple(int indent, boolean loop) {
            String[] statements = {
                "x = bound(k(LINE))",
                "x = bound(k(LINE))",
                "x = bound(k(LINE)); r(LINE, x)",
                "r(LINE, x)",
                "r(LINE, x)",
                "a(LINE)",
                "b(LINE)",
                "fail()",
                "c() and (x := bound(k(LINE)))",
                "[(x := bound(k(LINE))) for _ in n()]",
                "[r(LINE, x) for _ in n()]",
                "r(LINE, x) if c() else (x := bound(LINE))",
                "del x",
                "step(); raise Problem()",
                "return",
                "(y, [x, *z]) = (1, [bound(LINE), 2])",
            };
            String statement = statements[random.nextInt(statements.length)];
            if (loop && random.nextInt(6) == 0) {
                statement = random.nextBoolean() ? "break" : "continue";
            }
            add(indent, statement);
        }

        private void compound(int indent, int depth, boolean loop) {
            switch (random.nextInt(7)) {
                case 0:
                    branch(indent, depth, loop);
                    break;
                case 1:
                    add(indent, random.nextInt(4) == 0 ? "while True:" : "while c():");
                    loopBody(indent, depth, loop);
                    break;
                case 2:
                    add(indent, random.nextBoolean() ? "for x in each(LINE):" : "for _ in n():");
                    loopBody(indent, depth, loop);
                    break;
                case 3:
                    add(indent, "with Manager():");
                    block(indent + 1, depth, loop);
                    break;
                case 4:
                    add(indent, "class C:");
                    add(indent + 1, "r(LINE, x)");
                    break;
                default:
                    attempt(indent, depth, loop);
            }
        }

        private void branch(int indent, int depth, boolean loop) {
            add(indent, "if c():");
            block(indent + 1, depth, loop);
            if (random.nextInt(3) == 0) {
                add(indent, "elif (x := bound(LINE)) and c():");
                block(indent + 1, depth, loop);
            }
            if (random.nextBoolean()) {
                add(indent, "else:");
                block(indent + 1, depth, loop);
            }
        }

        private void loopBody(int indent, int depth, boolean loop) {
            // Every round counts, so that no program runs for ever.
            add(indent + 1, "step()");
            block(indent + 1, depth, true);
            if (random.nextInt(3) == 0) {
                add(indent, "else:");
                block(indent + 1, depth, loop);
            }
        }

        private void attempt(int indent, int depth, boolean loop) {
            add(indent, "try:");
            block(indent + 1, depth, loop);
            int kind = random.nextInt(4);
            if (kind > 0) {
                add(indent, random.nextInt(3) == 0 ? "except Problem as x:" : "except Problem:");
                block(indent + 1, depth, loop);
                if (random.nextInt(3) == 0) {
                    add(indent, "else:");
                    block(indent + 1, depth, loop);
                }
            }
            if (kind <= 1) {
                add(indent, "finally:");
                // Before 3.8 a continue was not allowed here, and from 3.14 on jumps out of it are warned about.
                block(indent + 1, depth, false);
            }
        }
    }

    @Test
    void whatProgramsReadIsWhatReaches() {
        List<Code> programs = new ArrayList<>();
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < PROGRAMS; i++) {
            String text = new Writer(i).function();
            programs.add(Code.of(text));
            input.append(i == 0 ? "" : "\f").append(text);
        }
        List<String> wrong = new ArrayList<>();
        int reads = 0;
        int marks = 0;
        for (String row : Python3.run(DRIVER, List.of(), input.toString()).split("\n")) {
            String[] parts = row.split(" ");
            Code program = programs.get(Integer.parseInt(parts[0]));
            int first = Integer.parseInt(parts[2]);
            int second = Integer.parseInt(parts[3]);
            boolean right = parts[1].equals("r") ? reaches(program, first, second) : changes(program, first, second);
            reads += parts[1].equals("r") ? 1 : 0;
            marks += parts[1].equals("m") ? 1 : 0;
            if (!right) {
                wrong.add(row + "\n" + program.names().module().sourceText());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(reads).isGreaterThan(1000);
        assertThat(marks).isGreaterThan(200);
        assertThat(unchanged(programs))
                .as("places where the variable keeps its value")
                .isGreaterThan(50);
    }

    /** Returns whether a definition, by line or 0 for the name of an except clause, reaches the reads of a line. */
    private static boolean reaches(Code program, int read, int definition) {
        for (Name name : program.names().module().findAll(Name.class)) {
            if (name.line() != read || !name.is("x")) {
                continue;
            }
            Reaching reaching = program.names().reaching(name);
            if (reaching != null) {
                for (Definition candidate : reaching.definitions()) {
                    if (candidate.line() == definition || definition == 0 && candidate.kind() == BindingKind.EXCEPT) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean changes(Code program, int from, int to) {
        Map<Integer, Call> marks = marks(program);
        Binding x = program.names().scope().children().get(0).binding("x");
        return program.names().isReboundBetween(x, marks.get(from), marks.get(to));
    }

    private static int unchanged(List<Code> programs) {
        int unchanged = 0;
        for (Code program : programs) {
            Map<Integer, Call> marks = marks(program);
            for (int from : marks.keySet()) {
                for (int to : marks.keySet()) {
                    unchanged += from < to && !changes(program, from, to) ? 1 : 0;
                }
            }
        }
        return unchanged;
    }

    private static Map<Integer, Call> marks(Code program) {
        Map<Integer, Call> marks = new HashMap<>();
        for (Call call : program.names().module().findAll(Call.class)) {
            if (call.func().is("a") || call.func().is("b")) {
                marks.put(call.line(), call);
            }
        }
        return marks;
    }
}
