package dev.codemod.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.Python3;
import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares every scope and every symbol of the installed Python's standard library with its own {@code symtable}. */
class SymtableTest {
    private static final String PROGRAM = """
            import symtable, sys
            VERSION = sys.version_info[:2]
            # Before 3.9 the lines of some scopes are wrong; from 3.12 on comprehensions are inlined, so that a variable
            # that only they share is no cell.
            LINES = VERSION >= (3, 9)
            KINDS = {symtable.LOCAL: 'L', symtable.CELL: 'C' if VERSION < (3, 12) else 'L', symtable.FREE: 'F',
                     symtable.GLOBAL_EXPLICIT: 'E', symtable.GLOBAL_IMPLICIT: 'I'}
            HIDDEN = ('__classdict__', '__type_params__', '__conditional_annotations__')

            def dump(table):
                symbols = sorted(s.get_name() + ':'
                                 + ('a' if s.is_assigned() else '') + ('p' if s.is_parameter() else '')
                                 + ('i' if s.is_imported() else '') + ('r' if s.is_referenced() else '')
                                 + ('n' if s.is_nonlocal() else '') + ('t' if s.is_annotated() else '')
                                 + KINDS[s._Symbol__scope]
                                 for s in table.get_symbols()
                                 if not s.get_name().startswith('.') and s.get_name() not in HIDDEN)
                children = sorted(map(dump, table.get_children()))
                kind = table.get_type()
                kind = getattr(kind, 'value', kind).split()[0].lower()
                return '%s %s %d {%s} [%s]' % (kind if not kind.startswith('type') else 'type', table.get_name(),
                                               table.get_lineno() if LINES else 0, ' '.join(symbols),
                                               ', '.join(children))

            sys.setrecursionlimit(10000)
            print('%d.%d' % VERSION)
            for path in sys.stdin.read().split('\\n'):
                with open(path, 'rb') as file:
                    data = file.read()
                if VERSION < (3, 10) and b'import annotations' in data:
                    continue  # names in annotations that are never evaluated still counted
                try:
                    print(path, dump(symtable.symtable(data, path, 'exec')), sep='\\t')
                except (SyntaxError, ValueError, RecursionError):
                    pass
            """;

    @Test
    void everyScopeAndSymbolOfTheLibraryIsAsCPythonHasIt() throws IOException {
        List<String> paths = new ArrayList<>();
        for (Path file : Python3.library()) {
            paths.add(file.toString());
        }
        String[] lines =
                Python3.run(PROGRAM, List.of(), String.join("\n", paths)).split("\n");
        LanguageLevel level = LanguageLevel.parse(lines[0]);
        List<String> differences = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int tab = lines[i].indexOf('\t');
            String path = lines[i].substring(0, tab);
            String difference = difference(dump(path, level), lines[i].substring(tab + 1));
            if (difference != null) {
                differences.add(path + "\n" + difference);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(lines.length).isGreaterThan(500);
    }

    private static String dump(String path, LanguageLevel level) throws IOException {
        Source source = Source.of(path, Files.readAllBytes(Path.of(path)), level);
        ParseResult result = Parser.parse(source, level);
        return ScopeDump.dump(Semantics.of(result.module()).scope(), level);
    }

    /** Returns the neighbourhood of the first difference, or null if there is none. */
    private static String difference(String ours, String expected) {
        if (ours.equals(expected)) {
            return null;
        }
        int i = 0;
        while (i < Math.min(ours.length(), expected.length()) && ours.charAt(i) == expected.charAt(i)) {
            i++;
        }
        return "ours:    " + around(ours, i) + "\nCPython: " + around(expected, i);
    }

    private static String around(String text, int position) {
        return text.substring(Math.max(0, position - 150), Math.min(text.length(), position + 60));
    }
}
