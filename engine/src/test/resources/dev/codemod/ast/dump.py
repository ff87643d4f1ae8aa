"""Prints the trees of files as CPython 3.13's ast.dump(tree, include_attributes=True) does, whatever the Python is.

Reads one path a line. Writes for every file a line, either "ok N" followed by N bytes, or "error MESSAGE".
Characters beyond ASCII are escaped, as it depends on the version of Unicode which of them repr() escapes. Before 3.12
the positions of what is inside of f-strings are left out: they were wrong.
"""
import ast
import sys
import warnings

warnings.simplefilter('ignore')
sys.setrecursionlimit(50000)
POSITIONS_IN_STRINGS = sys.version_info >= (3, 12)
# 3.12 has empty texts in format specifications.
EMPTY_TEXTS = sys.version_info[:2] == (3, 12)
INDEX = getattr(ast, 'Index', None) if sys.version_info < (3, 9) else None


def dump(node, out, inside, in_joined=False):
    if isinstance(node, ast.AST):
        kind = type(node)
        if kind is INDEX:
            return dump(node.value, out, inside)
        out.append(kind.__name__)
        separator = '('
        in_string = inside or not POSITIONS_IN_STRINGS and kind is ast.JoinedStr
        for name in kind._fields:
            value = getattr(node, name, None)
            if value is None or value == []:
                if not (name == 'value' and kind in (ast.Constant, MatchSingleton)):
                    continue
            out.append(separator)
            out.append(name)
            out.append('=')
            separator = ', '
            dump(value, out, in_string, kind is ast.JoinedStr)
        if not inside:
            for name in kind._attributes:
                out.append('%s%s=%d' % (separator, name, getattr(node, name)))
                separator = ', '
        out.append('()' if separator == '(' else ')')
    elif isinstance(node, list):
        separator = '['
        for element in node:
            if EMPTY_TEXTS and in_joined and type(element) is ast.Constant and element.value == '':
                continue
            out.append(separator)
            separator = ', '
            dump(element, out, inside)
        out.append('[]' if separator == '[' else ']')
    else:
        out.append(ascii(node))


class MatchSingleton:
    pass


MatchSingleton = getattr(ast, 'MatchSingleton', MatchSingleton)

for line in sys.stdin:
    with open(line.rstrip('\n'), 'rb') as file:
        source = file.read()
    try:
        pieces = []
        dump(ast.parse(source), pieces, False)
        text = ''.join(pieces).encode('utf-8')
        head = 'ok %d' % len(text)
    except (SyntaxError, ValueError) as e:
        text = b''
        head = 'error ' + str(e).replace('\n', ' ')
    sys.stdout.buffer.write(head.encode('utf-8', 'replace') + b'\n' + text)
