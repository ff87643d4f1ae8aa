package dev.codemod.codemods.singleton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.parser.Parser;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Module;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MetaclassReaderTest {
    private static MetaclassFact read(String text) {
        Source source = Source.of("m.py", text.getBytes(StandardCharsets.UTF_8));
        Module module = Parser.parse(source, LanguageLevel.LATEST).module();
        return MetaclassReader.read("m.py", module, Semantics.of(module)).get("M");
    }

    /** Returns what is known of a metaclass with a mapping and a lock whose {@code __call__} has the given body. */
    private static MetaclassFact readCall(String body) {
        return read("import threading\nclass M(type):\n    _i = {}\n    _l = threading.Lock()\n"
                + "    def __call__(cls, *args, **kw):\n" + body.indent(8));
    }

    private static void assertSingleton(MetaclassFact fact) {
        assertThat(fact).isNotNull();
        assertThat(fact.kind()).as(fact.why()).isEqualTo(MetaclassFact.Kind.SINGLETON);
    }

    private static void assertOther(MetaclassFact fact, String why) {
        assertThat(fact).isNotNull();
        assertThat(fact.kind()).isEqualTo(MetaclassFact.Kind.OTHER);
        assertThat(fact.why()).contains(why);
    }

    @Test
    void aMappingByClassIsASingletonHoweverItIsAsked() {
        assertSingleton(readCall("""
                if cls not in cls._i:
                    cls._i[cls] = super().__call__(*args, **kw)
                return cls._i[cls]
                """));
        assertSingleton(readCall("""
                instances = M._i
                if not (cls in instances):
                    instances[cls] = type.__call__(cls, *args, **kw)
                return instances.get(cls)
                """));
        assertSingleton(readCall("""
                try:
                    one = cls._i[cls]
                except (KeyError, TypeError):
                    one = super(M, cls).__call__(*args, **kw)
                    type(cls)._i[cls] = one
                return one
                """));
        assertSingleton(readCall("""
                if (one := cls._i.get(cls)) is None:
                    one = cls._i[cls] = super().__call__(*args, **kw)
                return one
                """));
        assertSingleton(readCall("""
                return cls._i[cls] if cls in cls._i else cls._i.setdefault(cls, super().__call__(*args, **kw))
                """));
    }

    @Test
    void anAttributeOfTheClassIsASingleton() {
        assertSingleton(readCall("""
                if not hasattr(cls, "_one"):
                    cls._one = super().__call__(*args, **kw)
                return cls._one
                """));
        assertSingleton(readCall("""
                if "_one" not in cls.__dict__:
                    cls._one = super().__call__(*args, **kw)
                return cls._one
                """));
        assertSingleton(readCall("""
                one = getattr(cls, "_one", None)
                if one is not None:
                    return one
                one = super().__call__(*args, **kw)
                setattr(cls, "_one", one)
                return one
                """));
    }

    @Test
    void aPrivateNameIsNotTheNameInAString() {
        assertOther(readCall("""
                if not hasattr(cls, "__one"):
                    cls.__one = super().__call__(*args, **kw)
                return cls.__one
                """), "more than one place");
    }

    @Test
    void anAttributeThatNothingInitialisesMustComeFromTheClass() {
        MetaclassFact fact = readCall("""
                if cls._one is None:
                    cls._one = super().__call__(*args, **kw)
                return cls._one
                """);
        assertSingleton(fact);
        assertThat(fact.classAttribute()).isEqualTo("_one");
    }

    @Test
    void aLockIsNotedOnlyIfItIsHeldDuringCreation() {
        assertThat(readCall("""
                with cls._l:
                    if cls not in cls._i:
                        cls._i[cls] = super().__call__(*args, **kw)
                return cls._i[cls]
                """).lock()).isEqualTo("Lock");
        assertThat(readCall("""
                with cls._l:
                    if cls in cls._i:
                        return cls._i[cls]
                one = super().__call__(*args, **kw)
                with cls._l:
                    cls._i[cls] = one
                return one
                """).lock()).isEmpty();
    }

    @Test
    void constructingAtEveryCallIsNoted() {
        MetaclassFact fact = readCall("return cls._i.setdefault(cls, super().__call__(*args, **kw))\n");
        assertSingleton(fact);
        assertThat(fact.isRebuilding()).isTrue();
    }

    @Test
    void theTruthOfTheInstanceIsNoted() {
        assertThat(readCall("""
                if not cls._i.get(cls):
                    cls._i[cls] = super().__call__(*args, **kw)
                return cls._i[cls]
                """).isByTruth()).isTrue();
        assertThat(readCall("""
                if cls._i.get(cls) is None:
                    cls._i[cls] = super().__call__(*args, **kw)
                return cls._i[cls]
                """).isByTruth()).isFalse();
    }

    @Test
    void keysMadeOfArgumentsAreAMultiton() {
        assertThat(readCall("""
                key = (cls,) + args
                if key not in cls._i:
                    cls._i[key] = super().__call__(*args, **kw)
                return cls._i[key]
                """).kind()).isEqualTo(MetaclassFact.Kind.MULTITON);
        assertThat(readCall("""
                key = str(kw)
                return cls._i.setdefault(key, super().__call__(*args, **kw))
                """).kind()).isEqualTo(MetaclassFact.Kind.MULTITON);
    }

    @Test
    void whatDoesMoreIsNoSingleton() {
        assertOther(readCall("""
                one = getattr(cls, "_one", **kw)
                if one is None:
                    cls._one = one = super().__call__(*args, **kw)
                return one
                """), "calls something else");
        assertOther(readCall("""
                if cls not in cls._i:
                    cls._i[cls] = super().__call__(*args, **kw)
                else:
                    cls._i[cls].__init__(*args, **kw)
                return cls._i[cls]
                """), "calls something else");
        assertOther(readCall("""
                if cls not in cls._i:
                    cls._i[cls] = super().__call__("fixed")
                return cls._i[cls]
                """), "arguments of its own");
        assertOther(readCall("""
                cls._i[cls] = super().__call__(*args, **kw)
                return cls._i[cls]
                """), "one and the same");
        assertOther(readCall("""
                if cls not in cls._i:
                    cls._i[cls] = super().__call__(*args, **kw)
                    return None
                return cls._i[cls]
                """), "one and the same");
        assertOther(readCall("""
                with cls.guard:
                    if cls not in cls._i:
                        cls._i[cls] = super().__call__(*args, **kw)
                return cls._i[cls]
                """), "context manager");
        assertOther(readCall("""
                if cls.__name__ not in cls._i:
                    cls._i[cls.__name__] = super().__call__(*args, **kw)
                return cls._i[cls.__name__]
                """), "");
    }

    @Test
    void metaclassesThatStoreNothingAreNotMentioned() {
        assertThat(readCall("return super().__call__(*args, **kw)\n")).isNull();
        assertThat(readCall("raise TypeError('abstract')\n")).isNull();
        assertThat(read("class M(type):\n    pass\n")).isNull();
        assertThat(read("class M:\n    def __call__(self):\n        return self\n"))
                .isNull();
    }

    @Test
    void anHeirWithoutMembersDoesTheSame() {
        MetaclassFact fact = read("""
                import abc

                class Base(type):
                    one = None
                    def __call__(cls):
                        if cls.one is None:
                            cls.one = super().__call__()
                        return cls.one

                class M(Base, abc.ABCMeta):
                    pass
                """);
        assertSingleton(fact);
        assertThat(fact.isAbstract()).isTrue();
        assertThat(fact.storage()).isEqualTo("one");
    }
}
