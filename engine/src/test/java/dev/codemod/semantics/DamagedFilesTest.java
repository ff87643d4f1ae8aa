package dev.codemod.semantics;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.codemod.Python3;
import dev.codemod.parser.Parser;
import dev.codemod.project.ModuleFacts;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every question can be asked about every node of any text, whole or damaged. */
class DamagedFilesTest {
    /** Every so many files of the library are read. */
    private static final int SAMPLE = 150;

    private static final TypeTable TABLE = TypeTable.builder().build();

    @Test
    void noTextIsTooBadToAnswerQuestions() throws IOException {
        Random random = new Random(3);
        List<Path> files = Python3.library();
        for (int i = 0; i < files.size(); i += SAMPLE) {
            byte[] bytes = Files.readAllBytes(files.get(i));
            if (bytes.length < 60_000) {
                String name = files.get(i).toString();
                assertThatCode(() -> askEverything(name, bytes, LanguageLevel.LATEST))
                        .as(name)
                        .doesNotThrowAnyException();
                byte[] damaged = damaged(bytes, random);
                assertThatCode(() -> askEverything(name, damaged, LanguageLevel.PY27))
                        .as("damaged " + name)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        for (byte b : bytes) {
            if (random.nextInt(500) != 0) {
                result.write(b);
            }
        }
        return result.toByteArray();
    }

    private static void askEverything(String name, byte[] bytes, LanguageLevel level) {
        Module module = Parser.parse(Source.of(name, bytes, level), level).module();
        Semantics semantics = Semantics.of(module);
        Types types = Types.of(semantics, TABLE);
        Expression last = null;
        for (Expression expression : module.findAll(Expression.class)) {
            semantics.resolve(expression);
            types.typeOf(expression);
            Scope scope = semantics.scopeOf(expression);
            semantics.functionAround(expression);
            if (expression instanceof Name read) {
                semantics.reaching(read);
                Binding binding = semantics.bindingOf(read);
                if (last != null && binding != null && scope.kind() == ScopeKind.FUNCTION) {
                    semantics.isReboundBetween(binding, last, expression);
                }
                last = read;
            }
        }
        ModuleFacts.of(name, semantics);
    }
}
