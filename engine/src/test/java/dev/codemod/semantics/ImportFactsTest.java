package dev.codemod.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ImportFactsTest {
    private final Map<String, String> files = new TreeMap<>(Map.of(
            "shop/__init__.py", "from .config import Config\n",
            "shop/config.py", "class Config: pass\nconfig = Config()\n"));

    private List<ImportFacts> scan() {
        ModuleNames names = ModuleNames.of(files.keySet());
        List<ImportFacts> facts = new ArrayList<>();
        files.forEach((path, text) ->
                facts.add(ImportFacts.scan(path, Code.in(names.of(path), text).names())));
        return facts;
    }

    private ImportFacts facts() {
        return scan().stream().reduce(ImportFacts.NONE, ImportFacts::merge);
    }

    /** Returns what a file mentions of the class, as {@code line kind name}. */
    private List<String> mentions(String... lines) {
        files.put("app.py", String.join("\n", lines) + "\n");
        List<String> found = new ArrayList<>();
        for (Mention mention : facts().mentionsOf("shop.config.Config")) {
            if (mention.path().equals("app.py")) {
                found.add(mention.line() + " " + mention.kind() + " " + mention.name());
            }
        }
        return found;
    }

    @Test
    void everyFormOfImportIsAMention() {
        assertThat(mentions("from shop.config import Config")).containsExactly("1 FROM_IMPORT shop.config.Config");
        assertThat(mentions("from shop.config import Config as C", "C()"))
                .containsExactly("1 FROM_IMPORT shop.config.Config", "2 REFERENCE shop.config.Config");
        assertThat(mentions("import shop.config", "shop.config.Config()"))
                .containsExactly("2 REFERENCE shop.config.Config");
        assertThat(mentions("import shop.config as c", "c.Config.x"))
                .containsExactly("2 REFERENCE shop.config.Config.x");
        assertThat(mentions("from shop import config", "c = config", "def f(): return c.Config"))
                .containsExactly("3 REFERENCE shop.config.Config");
        assertThat(mentions("from shop.config import *", "Config()", "print()"))
                .containsExactly("1 STAR_IMPORT shop.config.*", "2 STAR_REFERENCE shop.config.Config");
        assertThat(mentions("import shop.configuration", "from shop.config import config"))
                .isEmpty();
    }

    @Test
    void reexportsAreFollowed() {
        assertThat(facts().namesOf("shop.config.Config")).containsExactly("shop.Config", "shop.config.Config");
        assertThat(mentions("import shop", "shop.Config()")).containsExactly("2 REFERENCE shop.Config");
        files.put("api.py", "from shop import *\n");
        files.put("web.py", "import api\nSettings = api.Config\n");
        assertThat(facts().namesOf("shop.config.Config"))
                .contains("api.Config", "shop.Config", "shop.config.Config", "web.Settings", "web.api.Config")
                .doesNotContain("web.Config", "api.Settings");
        assertThat(mentions("from web import Settings")).containsExactly("1 FROM_IMPORT web.Settings");
    }

    @Test
    void stringsThatReadAsNamesAreMentions() {
        assertThat(mentions("patch('shop.config.Config')")).containsExactly("1 STRING shop.config.Config");
        assertThat(mentions("entry = \"\"\"shop.config:Config\"\"\"")).containsExactly("1 STRING shop.config.Config");
        assertThat(mentions("import shop.config", "getattr(shop.config, 'Config')"))
                .containsExactly("2 ATTRIBUTE_STRING shop.config.Config");
        assertThat(mentions("'see shop.config.Config for more'")).isEmpty();
    }

    @Test
    void uncertainNamesAreMentions() {
        assertThat(mentions(
                        "try:",
                        "    from shop.config import Config",
                        "except ImportError:",
                        "    Config = make()",
                        "Config"))
                .containsExactly("2 FROM_IMPORT shop.config.Config", "5 REFERENCE shop.config.Config");
        files.put("bad-name/x.py", "from ..config import Config\n");
        assertThat(facts().mentionsOf("shop.config.Config"))
                .extracting(Mention::path)
                .contains("bad-name/x.py");
    }

    @Test
    void identifiersAreFoundAnywhere() {
        files.put("app.py", "import other\nother.Config.x\n");
        assertThat(facts().mentionsOfIdentifier("Config"))
                .extracting(Mention::path)
                .containsExactly("app.py", "shop/__init__.py");
    }

    @Test
    void mergingNeedsNoOrder() {
        files.put("api.py", "from shop import *\nx = Config\n");
        files.put("app.py", "import shop.config\nshop.config.Config\n'shop.config.Config'\n");
        files.put("web.py", "from api import Config\nfrom . import y\n");
        ImportFacts expected = facts();
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            List<ImportFacts> parts = new ArrayList<>(scan());
            Collections.shuffle(parts, random);
            while (parts.size() > 1) {
                ImportFacts left = parts.remove(random.nextInt(parts.size()));
                ImportFacts right = parts.remove(random.nextInt(parts.size()));
                parts.add(random.nextInt(parts.size() + 1), left.merge(right));
            }
            assertThat(parts.get(0)).isEqualTo(expected);
            assertThat(parts.get(0).merge(expected)).isEqualTo(expected).hasSameHashCodeAs(expected);
        }
        assertThat(ImportFacts.NONE.merge(expected)).isEqualTo(expected);
        assertThat(expected).isNotEqualTo(ImportFacts.NONE);
    }

    @Test
    void factsSurviveSerialisation() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(facts());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(facts());
        }
    }
}
