package dev.codemod.semantics;

import dev.codemod.source.LanguageLevel;
import java.util.Set;

/** The names that every module sees without importing them. */
public final class Builtins {
    /** Of Python 2.7. */
    private static final Set<String> PYTHON_2 = Set.of(
            ("ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning"
                            + " EOFError Ellipsis EnvironmentError Exception False FloatingPointError FutureWarning"
                            + " GeneratorExit IOError ImportError ImportWarning IndentationError IndexError KeyError"
                            + " KeyboardInterrupt LookupError MemoryError NameError None NotImplemented"
                            + " NotImplementedError OSError OverflowError PendingDeprecationWarning ReferenceError"
                            + " RuntimeError RuntimeWarning StandardError StopIteration SyntaxError SyntaxWarning"
                            + " SystemError SystemExit TabError True TypeError UnboundLocalError UnicodeDecodeError"
                            + " UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning"
                            + " ValueError Warning WindowsError ZeroDivisionError __debug__ __import__ abs all any apply"
                            + " basestring bin bool buffer bytearray bytes callable chr classmethod cmp coerce compile"
                            + " complex copyright credits delattr dict dir divmod enumerate eval execfile exit file"
                            + " filter float format frozenset getattr globals hasattr hash help hex id input int intern"
                            + " isinstance issubclass iter len license list locals long map max memoryview min next"
                            + " object oct open ord pow print property quit range raw_input reduce reload repr reversed"
                            + " round set setattr slice sorted staticmethod str sum super tuple type unichr unicode"
                            + " vars xrange zip")
                    .split(" "));

    /** Of all versions of Python 3 up to 3.14. */
    private static final Set<String> PYTHON_3 =
            Set.of(("ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError"
                            + " BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError"
                            + " ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError"
                            + " Ellipsis EncodingWarning EnvironmentError Exception ExceptionGroup False"
                            + " FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit"
                            + " IOError ImportError ImportWarning IndentationError IndexError InterruptedError"
                            + " IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError"
                            + " ModuleNotFoundError NameError None NotADirectoryError NotImplemented"
                            + " NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError"
                            + " ProcessLookupError PythonFinalizationError RecursionError ReferenceError"
                            + " ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration"
                            + " SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError"
                            + " UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError"
                            + " UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning WindowsError"
                            + " ZeroDivisionError __build_class__ __debug__ __import__ abs aiter all anext any ascii"
                            + " bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright"
                            + " credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset"
                            + " getattr globals hasattr hash help hex id input int isinstance issubclass iter len"
                            + " license list locals map max memoryview min next object oct open ord pow print property"
                            + " quit range repr reversed round set setattr slice sorted staticmethod str sum super"
                            + " tuple type vars zip")
                    .split(" "));

    private Builtins() {}

    /** Returns whether a name is built into the Python of a level. */
    public static boolean contains(LanguageLevel level, String name) {
        return (level.isPython2() ? PYTHON_2 : PYTHON_3).contains(name);
    }

    /** Returns the module that holds the builtins. */
    public static String module(LanguageLevel level) {
        return level.isPython2() ? "__builtin__" : "builtins";
    }
}
