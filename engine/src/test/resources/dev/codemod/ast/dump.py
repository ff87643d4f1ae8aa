"""Prints the trees of files as CPython 3.13's ast.dump(tree, include_attributes=True) does, whatever the Python is.

Reads one path a line. Writes for every file a line, either "ok N" followed by N bytes, or "error MESSAGE". Characters
beyond ASCII are escaped, as it depends on the version of Unicode which of them repr() escapes. Before 3.12 the positions
of what is inside of f-strings are left out: they were wrong.
"""
import ast
import gc
import sys
import warnings

warnings.simplefilter('ignore')
sys.setrecursionlimit(50000)
gc.disable()
POSITIONS_IN_STRINGS = sys.version_info >= (3, 12)
# 3.12 has empty texts in format specifications.
EMPTY_TEXTS = sys.version_info[:2] == (3, 12)
# In these a value of None is one; elsewhere it says that there is nothing.
NONE_IS_A_VALUE = (ast.Constant, getattr(ast, 'MatchSingleton', ast.Constant))
POSITION = 'lineno=%d, col_offset=%d, end_lineno=%d, end_col_offset=%d)'


class Plan:
    """What is the same for all nodes of a kind."""

    def __init__(self, kind):
        self.head = kind.__name__ + '('
        self.fields = [(name, name + '=', ', ' + name + '=') for name in kind._fields]
        self.has_position = bool(kind._attributes)
        self.whole = None if kind._fields or kind._attributes else kind.__name__ + '()'
        self.is_joined = kind is ast.JoinedStr


PLANS = {}


def dump(node, out, inside):
    kind = type(node)
    plan = PLANS.get(kind)
    if plan is None:
        PLANS[kind] = plan = Plan(kind)
    if plan.whole:
        out(plan.whole)
        return
    out(plan.head)
    first = True
    in_string = inside or plan.is_joined and not POSITIONS_IN_STRINGS
    for name, alone, further in plan.fields:
        value = getattr(node, name, None)
        if value is None:
            if name != 'value' or kind not in NONE_IS_A_VALUE:
                continue
        elif value == [] or plan.is_joined and EMPTY_TEXTS and all(map(is_empty_text, value)):
            continue
        out(alone if first else further)
        first = False
        if isinstance(value, ast.AST):
            dump(value, out, in_string)
        elif isinstance(value, list):
            separator = '['
            for element in value:
                if plan.is_joined and EMPTY_TEXTS and is_empty_text(element):
                    continue
                out(separator)
                separator = ', '
                if isinstance(element, ast.AST):
                    dump(element, out, in_string)
                else:
                    out(ascii(element))
            out(']')
        else:
            out(ascii(value))
    if plan.has_position and not inside:
        position = POSITION % (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
        out(position if first else ', ' + position)
    else:
        out(')')


def is_empty_text(node):
    return type(node) is ast.Constant and node.value == ''


for line in sys.stdin:
    with open(line.rstrip('\n'), 'rb') as file:
        source = file.read()
    try:
        pieces = []
        dump(ast.parse(source), pieces.append, False)
        text = ''.join(pieces).encode('ascii')
        head = 'ok %d' % len(text)
    except (SyntaxError, ValueError) as e:
        text = b''
        head = 'error ' + str(e).replace('\n', ' ')
    sys.stdout.buffer.write(head.encode('utf-8', 'replace') + b'\n' + text)
