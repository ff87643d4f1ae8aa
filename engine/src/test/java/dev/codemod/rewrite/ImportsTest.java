package dev.codemod.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.parser.Parser;
import dev.codemod.source.Source;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ModifierVisitor;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import org.junit.jupiter.api.Test;

class ImportsTest {
    /** Rewrites calls of {@code mark()} into a reference to {@code asyncio.sleep}. */
    private static String rewrite(String text) {
        return rewrite(text, "asyncio", "sleep", null);
    }

    private static String rewrite(String text, String moduleName, String member, String unwanted) {
        Module module = Parser.parse(Source.of(text), null).module();
        Imports imports = Imports.of(module);
        Module rewritten = (Module) module.accept(
                new ModifierVisitor<Void>() {
                    @Override
                    public Node visit(Call n, Void arg) {
                        Expression function = n.func();
                        return function.is("mark") ? imports.ensure(moduleName, member, n) : n;
                    }
                },
                null);
        if (unwanted != null) {
            imports.removeIfUnused(unwanted);
        }
        return Printer.print(imports.applyTo(rewritten)).text();
    }

    @Test
    void anImportThatIsThereIsUsedInItsForm() {
        assertThat(rewrite("import asyncio\nmark()\n")).isEqualTo("import asyncio\nasyncio.sleep\n");
        assertThat(rewrite("import asyncio as aio\nmark()\n")).isEqualTo("import asyncio as aio\naio.sleep\n");
        assertThat(rewrite("from asyncio import run, sleep as nap\nmark()\n"))
                .isEqualTo("from asyncio import run, sleep as nap\nnap\n");
        assertThat(rewrite("from anyio import to_thread\nmark()\n", "anyio", "to_thread.run_sync", null))
                .isEqualTo("from anyio import to_thread\nto_thread.run_sync\n");
        assertThat(rewrite("import os.path\nimport os\nmark()\n", "os", "getpid", null))
                .isEqualTo("import os.path\nimport os\nos.getpid\n");
    }

    @Test
    void aMissingImportIsAddedInAlphabeticalOrder() {
        assertThat(rewrite("import abc\nimport time\n\nmark()\n"))
                .isEqualTo("import abc\nimport asyncio\nimport time\n\nasyncio.sleep\n");
        assertThat(rewrite("import abc\n\nmark()\n")).isEqualTo("import abc\nimport asyncio\n\nasyncio.sleep\n");
        assertThat(rewrite("from abc import ABC\n\nmark()\n"))
                .isEqualTo("import asyncio\nfrom abc import ABC\n\nasyncio.sleep\n");
    }

    @Test
    void aMissingImportGoesIntoItsGroup() {
        assertThat(rewrite(
                        "import abc\nimport os\n\nimport requests\nfrom . import x\n\nmark()\n", "httpx", "get", null))
                .isEqualTo("import abc\nimport os\n\nimport httpx\nimport requests\nfrom . import x\n\nhttpx.get\n");
        assertThat(rewrite("import requests\nmark()\n"))
                .isEqualTo("import asyncio\n\nimport requests\nasyncio.sleep\n");
        assertThat(rewrite("import os\nmark()\n", "httpx", "get", null))
                .isEqualTo("import os\n\nimport httpx\n\nhttpx.get\n");
    }

    @Test
    void aMemberIsImportedFromItsModule() {
        assertThat(from("from asyncio import gather\nmark()\n"))
                .isEqualTo("from asyncio import gather, sleep\nsleep\n");
        assertThat(from("from time import sleep\nmark()\nmark()\n"))
                .isEqualTo("from asyncio import sleep as sleep_\nfrom time import sleep\nsleep_\nsleep_\n");
        assertThat(from("import asyncio\nmark()\n")).isEqualTo("import asyncio\nasyncio.sleep\n");
        assertThat(from("def f(sleep):\n    mark()\n"))
                .isEqualTo("from asyncio import sleep as sleep_\n\n\ndef f(sleep):\n    sleep_\n");
    }

    private static String from(String text) {
        Module module = Rewrites.parse(text);
        Imports imports = Imports.of(module);
        TreeReplacer replacer = new TreeReplacer();
        for (Call call : module.findAll(Call.class)) {
            replacer.replace(call, imports.ensureFrom("asyncio", "sleep", call));
        }
        return Rewrites.print(imports.applyTo(replacer.apply(module)));
    }

    @Test
    void docstringAndFutureImportsStayFirst() {
        assertThat(rewrite("\"\"\"Doc.\"\"\"\nfrom __future__ import annotations\n\nimport os\nmark()\n"))
                .isEqualTo("\"\"\"Doc.\"\"\"\nfrom __future__ import annotations\n\nimport asyncio\nimport os\n"
                        + "asyncio.sleep\n");
        assertThat(rewrite("\"\"\"Doc.\"\"\"\nmark()\n"))
                .startsWith("\"\"\"Doc.\"\"\"\n")
                .contains("\nimport asyncio\n");
    }

    @Test
    void licenceAndShebangStayAboveTheFirstImportOfAFile() {
        assertThat(rewrite("#!/usr/bin/env python3\n# Copyright\n\nmark()\n"))
                .startsWith("#!/usr/bin/env python3\n# Copyright\n")
                .endsWith("asyncio.sleep\n")
                .contains("\nimport asyncio\n");
    }

    @Test
    void aTakenNameGivesAnAlias() {
        assertThat(rewrite("import os\nasyncio = None\nmark()\n"))
                .isEqualTo("import asyncio as asyncio_\nimport os\nasyncio = None\nasyncio_.sleep\n");
        assertThat(rewrite("import os\ndef f(asyncio):\n    mark()\n"))
                .isEqualTo("import asyncio as asyncio_\nimport os\ndef f(asyncio):\n    asyncio_.sleep\n");
        assertThat(rewrite("try:\n    import asyncio\nexcept ImportError:\n    asyncio = None\nmark()\n"))
                .startsWith("import asyncio as asyncio_\n")
                .endsWith("\nasyncio_.sleep\n");
    }

    @Test
    void whatIsImportedFromAModuleIsJoinedByItsOtherMembers() {
        String before = "from datetime import datetime\n\nmark()\nmark()\n";
        assertThat(rewrite(before, "datetime", "timezone.utc", null))
                .isEqualTo("from datetime import datetime, timezone\n\ntimezone.utc\ntimezone.utc\n");
        assertThat(rewrite(before + "timezone = 1\n", "datetime", "timezone.utc", null))
                .startsWith("import datetime as datetime_\n")
                .contains("\ndatetime_.timezone.utc\n");
        assertThat(rewrite(
                        "from datetime import datetime\n\ndef f(timezone):\n    mark()\n",
                        "datetime",
                        "timezone.utc",
                        null))
                .startsWith("import datetime as datetime_\n");
    }

    @Test
    void aSubmoduleIsImportedBesideItsPackage() {
        assertThat(rewrite("import collections\n\nmark()\n", "collections.abc", "Mapping", null))
                .isEqualTo("import collections\nimport collections.abc\n\ncollections.abc.Mapping\n");
    }

    @Test
    void theImportOfAFunctionServesOnlyWhatFollowsItThere() {
        assertThat(rewrite("def f():\n    import asyncio\n    mark()\n"))
                .isEqualTo("def f():\n    import asyncio\n    asyncio.sleep\n");
        assertThat(rewrite("import os\ndef f():\n    mark()\n    import asyncio\n"))
                .startsWith("import asyncio as asyncio_\nimport os\n")
                .contains("    asyncio_.sleep\n");
        assertThat(rewrite("import os\ndef main():\n    import asyncio\n\nasync def g():\n    mark()\n"))
                .startsWith("import asyncio\nimport os\n")
                .contains("    asyncio.sleep\n");
    }

    @Test
    void anImportThatNothingUsesAnyMoreIsRemoved() {
        assertThat(rewrite("import asyncio\nimport time\n\nmark()\n", "asyncio", "sleep", "time"))
                .isEqualTo("import asyncio\n\nasyncio.sleep\n");
        assertThat(rewrite("import asyncio\nimport os, time, re\n\nmark()\n", "asyncio", "sleep", "time"))
                .isEqualTo("import asyncio\nimport os, re\n\nasyncio.sleep\n");
        assertThat(rewrite(
                        "import asyncio\nfrom time import sleep, time\n\nmark()\n", "asyncio", "sleep", "time.sleep"))
                .isEqualTo("import asyncio\nfrom time import time\n\nasyncio.sleep\n");
    }

    @Test
    void theImportOfAFunctionOrABranchIsRemovedToo() {
        assertThat(rewrite("import asyncio\ndef f():\n    import time\n    mark()\n", "asyncio", "sleep", "time"))
                .isEqualTo("import asyncio\ndef f():\n    asyncio.sleep\n");
        assertThat(rewrite(
                        "import asyncio\nif x:\n    from time import sleep, time\n    mark()\n",
                        "asyncio",
                        "sleep",
                        "time.sleep"))
                .isEqualTo("import asyncio\nif x:\n    from time import time\n    asyncio.sleep\n");
        assertThat(rewrite(
                        "import asyncio\ndef f():\n    import time\n    mark()\ndef g(time):\n    time()\n",
                        "asyncio",
                        "sleep",
                        "time"))
                .isEqualTo("import asyncio\ndef f():\n    asyncio.sleep\ndef g(time):\n    time()\n");
    }

    @Test
    void severalNamesGoFromOneImport() {
        Module module = Parser.parse(Source.of("from time import clock, sleep, time  # clocks\ntime()\n"), null)
                .module();
        Imports imports = Imports.of(module);
        imports.removeIfUnused("time.clock");
        imports.removeIfUnused("time.sleep");
        assertThat(Printer.print(imports.applyTo(module)).text())
                .isEqualTo("from time import time  # clocks\ntime()\n");
    }

    @Test
    void anImportThatSomethingMayNeedIsKept() {
        for (String kept : new String[] {
            "import asyncio\nimport time\nmark(); time.time()\n",
            "import asyncio\nimport time  # noqa\nmark()\n",
            "import asyncio\nimport time\n__all__ = ['time']\nmark()\n",
            "import asyncio\nimport time\nx: 'time.struct_time'\nmark()\n",
            "import asyncio\nimport time\nx = None  # type: time.struct_time\nmark()\n",
            "import asyncio\nimport time as time\nmark()\n",
            "import asyncio\nimport time\nmark(); globals()\n",
            "import asyncio\ntry:\n    import time\nexcept ImportError:\n    pass\nmark()\n",
            "import asyncio\nx: 'List[time]'\nimport time\nmark()\n",
            "import asyncio\ndef f():\n    import time\nmark()\n",
            "import asyncio\nclass A:\n    import time\n    mark()\n",
            "import asyncio\ndef f():\n    global time\n    import time\n    mark()\n",
        }) {
            assertThat(rewrite(kept, "asyncio", "sleep", "time")).isEqualTo(kept.replace("mark()", "asyncio.sleep"));
        }
    }

    @Test
    void theInterfaceOfAPackageKeepsItsImports() {
        String text = "import asyncio\nimport time\nmark()\n";
        Module module = Parser.parse(
                        Source.of("pkg/__init__.py", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)), null)
                .module();
        Imports imports = Imports.of(module);
        imports.removeIfUnused("time");
        assertThat(imports.applyTo(module)).isSameAs(module);
    }
}
