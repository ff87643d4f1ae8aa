package dev.codemod.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import org.junit.jupiter.api.Test;

class QualifiedNameTest {
    @Test
    void everyFormOfImportIsFollowed() {
        assertThat(Code.of("import time\ntime.sleep(1)\n").meaning("time.sleep"))
                .isEqualTo("time.sleep");
        assertThat(Code.of("import time as t\nt.sleep(1)\n").meaning("t.sleep")).isEqualTo("time.sleep");
        assertThat(Code.of("from time import sleep\nsleep(1)\n").meaning("sleep"))
                .isEqualTo("time.sleep");
        assertThat(Code.of("from time import sleep as z\nz(1)\n").meaning("z")).isEqualTo("time.sleep");
        assertThat(Code.of("import urllib.request\nurllib.request.urlopen(u)\n").meaning("urllib.request.urlopen"))
                .isEqualTo("urllib.request.urlopen");
        assertThat(Code.of("import urllib.request as r\nr.urlopen(u)\n").meaning("r.urlopen"))
                .isEqualTo("urllib.request.urlopen");
        assertThat(Code.of("from urllib import request\nrequest.urlopen(u)\n").meaning("request.urlopen"))
                .isEqualTo("urllib.request.urlopen");
        assertThat(Code.of("import os, os . path\nos.path.exists(u)\n").meaning("os.path.exists"))
                .isEqualTo("os.path.exists");
        assertThat(Code.of("import os . path as p\np.exists(u)\n").meaning("p.exists"))
                .isEqualTo("os.path.exists");
    }

    @Test
    void relativeImportsNeedTheNameOfTheModule() {
        String text = "from . import x\nfrom ..b import y\nfrom .... import z\nx; y; z\n";
        Code module = Code.in(ModuleName.of("a.b.c"), text);
        assertThat(module.meaning("x")).isEqualTo("a.b.x");
        assertThat(module.meaning("y")).isEqualTo("a.b.y");
        assertThat(module.meaning("z")).isEqualTo("....z");
        assertThat(Code.in(new ModuleName("a.b.c", true), text).meaning("x")).isEqualTo("a.b.c.x");
        assertThat(Code.of(text).meaning("x")).isEqualTo(".x");
        assertThat(Code.of(text).meaning("y")).isEqualTo("..b.y");
    }

    @Test
    void importsInFunctionsAreLocal() {
        Code code = Code.of("""
                def f():
                    from time import sleep
                    sleep(1)
                def g():
                    sleep(2)
                """);
        assertThat(code.names()
                        .qualifiedName(code.last(dev.codemod.tree.Call.class, "sleep(1)")
                                .func()))
                .isEqualTo("time.sleep");
        assertThat(code.meaning("sleep")).isEqualTo("UNKNOWN");
    }

    @Test
    void shadowedNamesAreNotTheImportedOnes() {
        assertThat(Code.of("import time\ndef f(time):\n    time.sleep(1)\n").meaning("time.sleep"))
                .isEqualTo("UNKNOWN");
        assertThat(Code.of("import time\ndef f():\n    time = clock()\n    time.sleep(1)\n")
                        .meaning("time.sleep"))
                .isEqualTo("UNKNOWN");
        assertThat(Code.of("from time import sleep\nfor sleep in x: sleep(1)\n").meaning("sleep"))
                .isEqualTo("UNKNOWN");
        assertThat(Code.of("from time import sleep\n[sleep(1) for sleep in x]\n")
                        .meaning("sleep"))
                .isEqualTo("UNKNOWN");
        assertThat(Code.of("from time import sleep\nlambda sleep: sleep(1)\n").meaning("sleep"))
                .isEqualTo("UNKNOWN");
        assertThat(Code.of("from time import sleep\ndef sleep(n): pass\ndef f(): sleep(1)\n")
                        .meaning("sleep"))
                .isEqualTo("time.sleep or __main__.sleep");
        assertThat(Code.of("from time import sleep\ndef sleep(n): pass\nsleep(1)\n")
                        .meaning("sleep"))
                .isEqualTo("__main__.sleep");
        assertThat(Code.of("import time\ndef f():\n    global time\n    time = 1\ntime.sleep(1)\n")
                        .meaning("time.sleep"))
                .isEqualTo("UNKNOWN");
    }

    @Test
    void namesOfClassesAreNotVisibleInTheirMethods() {
        Code code = Code.of("""
                from time import sleep
                class A:
                    def sleep(self): pass
                    def f(self):
                        sleep(1)
                """);
        assertThat(code.meaning("sleep")).isEqualTo("time.sleep");
        assertThat(Code.of("class A:\n    from time import sleep\n    sleep(1)\n")
                        .meaning("sleep"))
                .isEqualTo("time.sleep");
        assertThat(Code.of("from time import sleep\nclass A:\n    sleep = sleep\n    x = sleep\n")
                        .meaning("sleep"))
                .isEqualTo("time.sleep");
    }

    @Test
    void alternativesAreAllGiven() {
        assertThat(Code.of("try:\n    import json\nexcept ImportError:\n    import simplejson as json\njson.loads(x)\n")
                        .meaning("json.loads"))
                .isEqualTo("json.loads or simplejson.loads");
        assertThat(Code.of("try:\n    import requests\nexcept ImportError:\n    requests = None\nrequests.get(x)\n")
                        .meaning("requests.get"))
                .isEqualTo("requests.get");
        Code code = Code.of("""
                import sys
                if sys.version_info[0] >= 3:
                    from urllib.request import urlopen
                else:
                    from urllib2 import urlopen
                def f():
                    urlopen(x)
                """);
        assertThat(code.meaning("urlopen")).isEqualTo("urllib.request.urlopen or urllib2.urlopen");
        assertThat(code.names().qualifiedName(code.expression("urlopen"))).isNull();
    }

    @Test
    void simpleAliasesAreFollowed() {
        assertThat(Code.of("import time\nnap = time.sleep\ndef f():\n    nap(1)\n")
                        .meaning("nap"))
                .isEqualTo("time.sleep");
        assertThat(Code.of("import time\nnap, x = time.sleep, 2\nnap(1)\n").meaning("nap"))
                .isEqualTo("time.sleep");
        assertThat(Code.of("import time\nnap = make(time.sleep)\nnap(1)\n").meaning("nap"))
                .isEqualTo("UNKNOWN");
        assertThat(Code.of("a = b\nb = a\ndef f(): a()\n").meaning("a")).isEqualTo("UNKNOWN");
        assertThat(Code.of("n = 1\nn\n").meaning("n")).isEqualTo("NOT");
    }

    @Test
    void orderMattersInTheCodeOfOneScope() {
        Code code = Code.of("from time import sleep\nfirst = sleep\nsleep = print\nsecond = sleep\n");
        assertThat(code.meaning("first")).isEqualTo("time.sleep");
        assertThat(code.meaning("second")).isEqualTo("builtins.print");
    }

    @Test
    void builtinsHaveTheirModule() {
        assertThat(Code.of("input('?')\n").meaning("input")).isEqualTo("builtins.input");
        assertThat(Code.at(LanguageLevel.PY27, "raw_input('?')\n").meaning("raw_input"))
                .isEqualTo("__builtin__.raw_input");
        assertThat(Code.of("raw_input('?')\n").meaning("raw_input")).isEqualTo("UNKNOWN");
        assertThat(Code.of("def f():\n    input('?')\ndef input(x): pass\n").meaning("input"))
                .isEqualTo("__main__.input");
        assertThat(Code.of("import builtins\nbuiltins.input('?')\n").meaning("builtins.input"))
                .isEqualTo("builtins.input");
        assertThat(Code.at(LanguageLevel.PY27, "try:\n    input = raw_input\nexcept NameError:\n    pass\ninput()\n")
                        .meaning("input"))
                .isEqualTo("__builtin__.raw_input or __builtin__.input");
    }

    @Test
    void namesThatAreBoundOnSomeConditionMayBeBuiltins() {
        assertThat(Code.of("try:\n    complex\nexcept NameError:\n    complex = float\ndef f(): complex()\n")
                        .meaning("complex"))
                .isEqualTo("builtins.float or builtins.complex");
        assertThat(Code.of("if java:\n    from java.lang import Exception\ndef f(): Exception()\n")
                        .meaning("Exception"))
                .isEqualTo("java.lang.Exception or builtins.Exception");
        assertThat(Code.of("from codecs import open\ndef f(): open()\n").meaning("open"))
                .isEqualTo("codecs.open");
    }

    @Test
    void starImportsMakeNamesUnknown() {
        assertThat(Code.of("from m import *\ninput()\n").meaning("input")).isEqualTo("UNKNOWN");
        assertThat(Code.of("from m import *\nsleep(1)\n").meaning("sleep")).isEqualTo("UNKNOWN");
        assertThat(Code.of("from m import *\nimport time\ntime.sleep(1)\n").meaning("time.sleep"))
                .isEqualTo("time.sleep");
        assertThat(Code.of("from m import *\nimport time\ndef f(): time.sleep(1)\n")
                        .meaning("time.sleep"))
                .isEqualTo("time.sleep");
        assertThat(Code.of("import time\nfrom m import *\ntime.sleep(1)\n").meaning("time.sleep"))
                .isEqualTo("UNKNOWN");
        assertThat(Code.of("import time\nfrom m import *\ndef f(): time.sleep(1)\n")
                        .meaning("time.sleep"))
                .isEqualTo("UNKNOWN");
    }

    @Test
    void replacedAttributesAreUnknown() {
        assertThat(Code.of("import time\ntime.sleep = fake\ntime.sleep(1)\n").meaning("time.sleep"))
                .isEqualTo("UNKNOWN");
        assertThat(Code.of("from time import sleep\nimport time\ntime.sleep = fake\nsleep(1)\n")
                        .meaning("sleep"))
                .isEqualTo("UNKNOWN");
        assertThat(Code.of("import time\ntime.clock = fake\ntime.sleep(1)\n").meaning("time.sleep"))
                .isEqualTo("time.sleep");
    }

    @Test
    void ownDefinitionsAreNamedAsPythonNamesThem() {
        Code code = Code.in(ModuleName.of("shop.orders"), """
                class A:
                    def f(self):
                        def g(): pass
                        g()
                A.f
                """);
        assertThat(code.meaning("g")).isEqualTo("shop.orders.A.f.<locals>.g");
        assertThat(code.meaning("A.f")).isEqualTo("shop.orders.A.f");
    }

    @Test
    void deletedNamesAreUnknown() {
        assertThat(Code.of("import time\ndel time\ndef f(): time.sleep(1)\n").meaning("time.sleep"))
                .isEqualTo("UNKNOWN");
    }

    @Test
    void answersKeepTheirReasons() {
        Code code = Code.of("import time\nnap = time.sleep\ndef f():\n    nap(1)\n");
        assertThat(code.names().resolve(code.expression("nap")).evidence())
                .extracting(Evidence::toString)
                .containsExactly("line 1: imports time", "line 2: nap is assigned here");
    }
}
