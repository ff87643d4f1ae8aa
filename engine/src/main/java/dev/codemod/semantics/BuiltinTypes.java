package dev.codemod.semantics;

/** What every type table knows: builtins and a few functions of the standard library that give scalars. */
final class BuiltinTypes {
    private static final String[] CLASSES = {
        "int",
        "float",
        "complex",
        "bool",
        "str",
        "bytes",
        "bytearray",
        "list",
        "tuple",
        "dict",
        "set",
        "frozenset",
        "range",
        "enumerate",
        "zip",
        "map",
        "filter",
        "reversed",
        "slice",
        "memoryview",
        "unicode",
        "long",
        "xrange"
    };

    private static final String[] TO_STR = {
        "builtins.repr",
        "builtins.ascii",
        "builtins.chr",
        "builtins.hex",
        "builtins.oct",
        "builtins.bin",
        "builtins.format",
        "builtins.raw_input",
        "builtins.str.capitalize",
        "builtins.str.casefold",
        "builtins.str.center",
        "builtins.str.expandtabs",
        "builtins.str.format",
        "builtins.str.format_map",
        "builtins.str.join",
        "builtins.str.ljust",
        "builtins.str.lower",
        "builtins.str.lstrip",
        "builtins.str.removeprefix",
        "builtins.str.removesuffix",
        "builtins.str.replace",
        "builtins.str.rjust",
        "builtins.str.rstrip",
        "builtins.str.strip",
        "builtins.str.swapcase",
        "builtins.str.title",
        "builtins.str.translate",
        "builtins.str.upper",
        "builtins.str.zfill",
        "builtins.bytes.decode",
        "builtins.bytes.hex",
        "datetime.datetime.isoformat",
        "datetime.datetime.strftime",
        "datetime.date.isoformat",
        "datetime.date.strftime",
        "time.strftime",
        "time.ctime",
        "os.getcwd",
        "os.path.join",
        "os.path.basename",
        "os.path.dirname",
        "os.path.abspath",
        "socket.gethostname"
    };

    private static final String[] TO_INT = {
        "builtins.len",
        "builtins.ord",
        "builtins.hash",
        "builtins.id",
        "builtins.str.count",
        "builtins.str.find",
        "builtins.str.index",
        "builtins.str.rfind",
        "builtins.str.rindex",
        "builtins.list.count",
        "builtins.list.index",
        "os.getpid",
        "time.time_ns",
        "random.randint",
        "random.randrange"
    };

    private static final String[] TO_BOOL = {
        "builtins.isinstance",
        "builtins.issubclass",
        "builtins.callable",
        "builtins.hasattr",
        "builtins.all",
        "builtins.any",
        "builtins.str.startswith",
        "builtins.str.endswith",
        "builtins.str.isdigit",
        "builtins.str.isalpha",
        "builtins.str.isalnum",
        "builtins.str.isspace",
        "builtins.str.isupper",
        "builtins.str.islower",
        "builtins.str.isidentifier",
        "os.path.exists",
        "os.path.isfile",
        "os.path.isdir"
    };

    private static final String[] TO_LIST = {
        "builtins.sorted",
        "builtins.dir",
        "builtins.str.split",
        "builtins.str.rsplit",
        "builtins.str.splitlines",
        "builtins.list.copy",
        "os.listdir",
        "glob.glob"
    };

    private BuiltinTypes() {}

    static void addTo(TypeTable.Builder table) {
        for (String name : CLASSES) {
            table.type("builtins." + name);
        }
        addAll(table, TO_STR, "builtins.str");
        addAll(table, TO_INT, "builtins.int");
        addAll(table, TO_BOOL, "builtins.bool");
        addAll(table, TO_LIST, "builtins.list");
        table.returns("builtins.str.encode", "builtins.bytes")
                .returns("time.time", "builtins.float")
                .returns("time.monotonic", "builtins.float")
                .returns("time.perf_counter", "builtins.float")
                .returns("random.random", "builtins.float")
                .subtype("builtins.bool", "builtins.int")
                .type("decimal.Decimal")
                .type("fractions.Fraction")
                .type("uuid.UUID")
                .returns("uuid.uuid1", "uuid.UUID")
                .returns("uuid.uuid4", "uuid.UUID")
                .type("datetime.datetime")
                .type("datetime.date")
                .type("datetime.time")
                .type("datetime.timedelta")
                .subtype("datetime.datetime", "datetime.date")
                .returns("datetime.datetime.now", "datetime.datetime")
                .returns("datetime.datetime.utcnow", "datetime.datetime")
                .returns("datetime.datetime.today", "datetime.datetime")
                .returns("datetime.datetime.fromtimestamp", "datetime.datetime")
                .returns("datetime.datetime.strptime", "datetime.datetime")
                .returns("datetime.datetime.date", "datetime.date")
                .returns("datetime.date.today", "datetime.date");
    }

    private static void addAll(TypeTable.Builder table, String[] callables, String type) {
        for (String callable : callables) {
            table.returns(callable, type);
        }
    }
}
