package dev.codemod.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndexFactsTest {
    private final Project project = new Project()
            .file("shop/__init__.py", "from .config import Config", "__all__ = ['Config']")
            .file("shop/config.py", "class Config(Base):", "    x = 1", "config = Config()")
            .file("api.py", "from shop import *", "x = Config", "def f(a, *b, c=1): return a.x(b)")
            .file("app.py", "import shop.config", "shop.config.Config()", "'shop.config.Config'")
            .file("broken.py", "def (:")
            .file("web.py", "from api import Config", "from . import y");

    @Test
    void mergingNeedsNoOrder() {
        IndexFacts expected = project.facts();
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            List<IndexFacts> parts = new ArrayList<>(project.parts());
            Collections.shuffle(parts, random);
            while (parts.size() > 1) {
                IndexFacts left = parts.remove(random.nextInt(parts.size()));
                IndexFacts right = parts.remove(random.nextInt(parts.size()));
                parts.add(random.nextInt(parts.size() + 1), left.merge(right));
            }
            assertThat(parts.get(0)).isEqualTo(expected);
            assertThat(parts.get(0).merge(expected)).isEqualTo(expected).hasSameHashCodeAs(expected);
        }
        assertThat(IndexFacts.NONE.merge(expected)).isEqualTo(expected);
        assertThat(expected.merge(IndexFacts.NONE)).isEqualTo(expected);
        assertThat(expected).isNotEqualTo(IndexFacts.NONE);
    }

    @Test
    void differentFactsOfOnePathAreDecidedAlikeInAnyOrder() {
        IndexFacts first = IndexFacts.of(Project.scan("a.py", "x = 1\n"));
        IndexFacts second = IndexFacts.of(Project.scan("a.py", "y = f()\n"));
        IndexFacts third = IndexFacts.unreadable("a.py", new byte[] {'x'}).merge(IndexFacts.unreadable("a.py"));
        IndexFacts merged = first.merge(second).merge(third);
        assertThat(third.merge(second).merge(first)).isEqualTo(merged);
        assertThat(second.merge(third.merge(first))).isEqualTo(merged);
        assertThat(merged.modules()).hasSize(1);
        assertThat(merged.unreadable()).isEmpty();
    }

    @Test
    void factsSurviveSerialisation() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(project.facts());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(project.facts()).hasSameHashCodeAs(project.facts());
        }
    }
}
