package dev.codemod.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.Python3;
import dev.codemod.codemod.Indexer;
import dev.codemod.codemod.InputFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index of real code does not depend on workers, order, splits of the project or serialisation. */
class IndexPropertiesTest {
    private static final Path SHOP = Path.of("..", "fixtures", "legacy-shop");

    private record File(String path, Path file) implements InputFile {
        @Override
        public byte[] read() throws IOException {
            return Files.readAllBytes(file);
        }
    }

    private static List<InputFile> files() throws IOException {
        List<InputFile> files = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(SHOP)) {
            tree.filter(file -> file.toString().endsWith(".py"))
                    .forEach(file -> files.add(new File(SHOP.relativize(file).toString(), file)));
        }
        List<Path> library = Python3.library();
        for (int i = 0; i < library.size(); i += 45) {
            files.add(new File("library/" + library.get(i).getFileName() + i + ".py", library.get(i)));
        }
        return files;
    }

    private static IndexFacts indexed(List<InputFile> files, int jobs) {
        return Indexer.index(files, null, jobs);
    }

    @Test
    void factsAreTheSameHoweverTheyAreCollected() throws IOException {
        List<InputFile> files = files();
        IndexFacts expected = indexed(files, 1);
        assertThat(expected.modules()).hasSizeGreaterThan(40);
        assertThat(indexed(files, 8)).isEqualTo(expected);
        Random random = new Random(5);
        for (int i = 0; i < 2; i++) {
            Collections.shuffle(files, random);
            int half = random.nextInt(files.size());
            IndexFacts first = indexed(files.subList(0, half), 2);
            IndexFacts second = indexed(files.subList(half, files.size()), 2);
            assertThat(first.merge(second)).isEqualTo(expected).hasSameHashCodeAs(expected);
            assertThat(copied(second).merge(copied(first)).merge(first)).isEqualTo(expected);
        }
    }

    @Test
    void answersAreTheSameAfterSerialisationAndInAnyOrderOfQuestions() throws IOException {
        IndexFacts facts = indexed(files(), 2);
        ProjectIndex index = ProjectIndex.of(facts);
        ProjectIndex other = ProjectIndex.of(copied(facts));
        List<ProjectDefinition> questions = new ArrayList<>();
        for (ProjectModule module : index.modules()) {
            if (module.facts() != null) {
                for (DefinitionFacts definition : module.facts().definitions()) {
                    questions.addAll(module.definitions(definition.name()));
                }
            }
        }
        Collections.shuffle(questions, new Random(9));
        List<ProjectDefinition> sample = new ArrayList<>(questions.subList(0, 100));
        List<Uses> answers = new ArrayList<>();
        for (ProjectDefinition question : sample) {
            answers.add(index.callersOf(question));
        }
        for (int i = sample.size() - 1; i >= 0; i--) {
            assertThat(other.callersOf(sample.get(i))).as("%s", sample.get(i)).isEqualTo(answers.get(i));
        }
        assertThat(answers)
                .anyMatch(Uses::isComplete)
                .anyMatch(answer -> !answer.certain().isEmpty());
    }

    private static IndexFacts copied(IndexFacts facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (IndexFacts) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
