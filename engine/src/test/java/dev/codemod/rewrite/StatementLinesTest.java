package dev.codemod.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.tree.Block;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.If;
import dev.codemod.tree.Match;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Try;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Statements, clauses and decorators that come, go, change places. */
class StatementLinesTest {
    private static Statement statement(String text) {
        return Snippet.statement(text).build();
    }

    private static String remove(String text, int... indices) {
        return Rewrites.statements(text, list -> without(list, indices));
    }

    private static NodeList<Statement> without(NodeList<Statement> list, int... indices) {
        NodeList<Statement> result = list;
        for (int i = indices.length - 1; i >= 0; i--) {
            result = result.without(indices[i]);
        }
        return result;
    }

    private static String insert(String text, int index, String statement) {
        return Rewrites.statements(text, list -> list.insert(index, statement(statement)));
    }

    /** Changes the statements of the first block of a text. */
    private static String body(String text, Function<NodeList<Statement>, NodeList<Statement>> change) {
        Module module = Rewrites.parse(text);
        Block block = module.findAll(Block.class).get(0);
        Block changed = block.withStatements(change.apply(block.statements()));
        Module edited = new TreeReplacer().replace(block, changed).apply(module);
        Printed printed = Printer.print(edited);
        if (!changed.statements().isEmpty()) {
            Rewrites.check(edited, printed);
        }
        return printed.text();
    }

    @Test
    void removedStatementTakesItsLines() {
        assertThat(remove("a\nb(1,\n  2)\nc\n", 1)).isEqualTo("a\nc\n");
        assertThat(remove("a\nb\n", 1)).isEqualTo("a\n");
        assertThat(remove("a\n", 0)).isEmpty();
        assertThat(remove("a\n\nif b:\n    c\n\nd\n", 1)).isEqualTo("a\n\nd\n");
    }

    @Test
    void fileWithoutFinalLineEndKeepsNone() {
        assertThat(remove("a\nb", 1)).isEqualTo("a");
        assertThat(remove("a\nb", 0)).isEqualTo("b");
        assertThat(insert("a", 1, "b")).isEqualTo("a\nb");
        assertThat(insert("a", 0, "b")).isEqualTo("b\na");
        assertThat(insert("a\r\nb", 2, "c")).isEqualTo("a\r\nb\r\nc");
    }

    @Test
    void surplusBlankLinesGo() {
        assertThat(remove("import a\n\n\ndef f():\n    pass\n\n\nb\n", 1)).isEqualTo("import a\n\n\nb\n");
        assertThat(remove("import a\n\nb\n", 0)).isEqualTo("b\n");
        assertThat(remove("import a\nimport b\n\nc\n", 1)).isEqualTo("import a\n\nc\n");
        assertThat(body("def f():\n    a\n\n    b\n", list -> list.without(0))).isEqualTo("def f():\n    b\n");
    }

    @Test
    void commentsOfRemovedStatementsStay() {
        assertThat(remove("a\n# about b\nb  # why\nc\n", 1)).isEqualTo("a\n# about b\n# why\nc\n");
        assertThat(remove("a\nif b:  # one\n    # two\n    c  # three\n    # four\n# five\nd\n", 1))
                .isEqualTo("a\n# one\n# two\n# three\n# four\n# five\nd\n");
        assertThat(remove("a\nb  # noqa\nc\n", 1)).isEqualTo("a\nc\n");
    }

    @Test
    void droppedCommentsGoWithTheirStatement() {
        Module module = Rewrites.parse("a\n\n# section\n\n# about b\nb  # why\nc\n");
        Statement b = module.statements().get(1);
        Module edited = module.withStatements(module.statements().without(1));
        Printed printed = Printer.print(edited, PrintOptions.defaults().dropComments(b));
        Rewrites.check(edited, printed);
        assertThat(printed.text()).isEqualTo("a\n\n# section\n\nc\n");
        assertThat(printed.droppedComments()).containsExactly("# about b", "# why");
    }

    @Test
    void statementsOnOneLineGoWithASemicolon() {
        assertThat(remove("a; b; c\n", 0)).isEqualTo("b; c\n");
        assertThat(remove("a; b; c\n", 1)).isEqualTo("a; c\n");
        assertThat(remove("a; b; c\n", 2)).isEqualTo("a; b\n");
        assertThat(remove("a; b; c;  # x\n", 1, 2)).isEqualTo("a;  # x\n");
        assertThat(remove("x\na; b; c\ny\n", 1, 2, 3)).isEqualTo("x\ny\n");
        assertThat(insert("a; b\n", 2, "c")).isEqualTo("a; b\nc\n");
        assertThat(insert("a; b\n", 0, "c")).isEqualTo("c\na; b\n");
    }

    @Test
    void lineIsSplitForWhatCannotShareIt() {
        assertThat(insert("a; b\n", 1, "c")).isEqualTo("a\nc\nb\n");
        assertThat(body("if x:\n\ta; b;  # c\n", list -> list.insert(1, statement("if y:\n    z"))))
                .isEqualTo("if x:\n\ta\n\tif y:\n\t\tz\n\tb  # c\n");
    }

    @Test
    void emptyBlockGetsPass() {
        assertThat(body("if x:\n    a\ny\n", list -> NodeList.empty())).isEqualTo("if x:\n    pass\ny\n");
        assertThat(body("if x:\n    a\n    b\ny\n", list -> NodeList.empty())).isEqualTo("if x:\n    pass\ny\n");
        assertThat(body("if x: a; b\ny\n", list -> NodeList.empty())).isEqualTo("if x: pass\ny\n");
        assertThat(body("if x:\n    a  # why\ny\n", list -> NodeList.empty())).isEqualTo("if x:\n    pass  # why\ny\n");
    }

    @Test
    void insertedStatementIsIndentedLikeItsNeighbours() {
        assertThat(body("if x:\n\ta\n", list -> list.append(statement("b")))).isEqualTo("if x:\n\ta\n\tb\n");
        assertThat(body(
                        "if x:\n  a\n  # footer\nc\n",
                        list -> list.append(statement("for i in y:\n    z(i,\n      1)"))))
                .isEqualTo("if x:\n  a\n  for i in y:\n    z(i,\n      1)\n  # footer\nc\n");
        assertThat(body("if x:\n    a\n", list -> list.insert(0, statement("'''d\ne'''"))))
                .isEqualTo("if x:\n    '''d\ne'''\n    a\n");
    }

    @Test
    void insertedStatementGoesAboveTheCommentsOfTheNext() {
        assertThat(insert("# header\n\n# about a\na\n", 0, "b")).isEqualTo("# header\n\nb\n# about a\na\n");
        assertThat(insert("#!/usr/bin/python\na\n", 0, "b")).isEqualTo("#!/usr/bin/python\nb\na\n");
        assertThat(insert("a  # c\n# about b\nb\n", 1, "x")).isEqualTo("a  # c\nx\n# about b\nb\n");
    }

    @Test
    void lineEndsFollowTheLineAbove() {
        assertThat(insert("a\r\nb\r\n", 1, "if c:\n    d")).isEqualTo("a\r\nif c:\r\n    d\r\nb\r\n");
        assertThat(insert("a\rb\r", 2, "c")).isEqualTo("a\rb\rc\r");
        assertThat(insert("a\nb\r\nc\n", 2, "d")).isEqualTo("a\nb\r\nd\r\nc\n");
    }

    @Test
    void definitionsAreSetOffByBlankLines() {
        assertThat(insert("import a\n\n\ndef f():\n    pass\n", 1, "def g():\n    pass"))
                .isEqualTo("import a\n\n\ndef g():\n    pass\n\n\ndef f():\n    pass\n");
        assertThat(insert("a\nb\n", 1, "def g():\n    pass")).isEqualTo("a\n\n\ndef g():\n    pass\n\n\nb\n");
        assertThat(insert("def f():\n    pass\n", 1, "def g():\n    pass"))
                .isEqualTo("def f():\n    pass\n\n\ndef g():\n    pass\n");
        assertThat(insert("import a\n\n\ndef f():\n    pass\n", 1, "import b"))
                .isEqualTo("import a\nimport b\n\n\ndef f():\n    pass\n");
    }

    @Test
    void replacedStatementKeepsCommentsAround() {
        assertThat(Rewrites.statements("# lead\na  # trail\nb\n", l -> l.with(0, statement("x = 1"))))
                .isEqualTo("# lead\nx = 1  # trail\nb\n");
        assertThat(Rewrites.statements("# lead\na  # trail\nb\n", l -> l.with(0, statement("if x:\n    y"))))
                .isEqualTo("# lead\n# trail\nif x:\n    y\nb\n");
        assertThat(Rewrites.statements("f(1,  # one\n  2)\nb\n", l -> l.with(0, statement("g()"))))
                .isEqualTo("# one\ng()\nb\n");
    }

    @Test
    void movedStatementsTakeTheirCommentsAlong() {
        String text = "z\n# about a\na  # a\n\n# section\n\n# about b\nb  # b\nc\n";
        assertThat(Rewrites.statements(text, l -> NodeList.of(l.get(0), l.get(2), l.get(1), l.get(3))))
                .isEqualTo("z\n# about b\nb  # b\n# about a\na  # a\n\n# section\n\nc\n");
        assertThat(Rewrites.statements("a\nb\n", l -> NodeList.of(l.get(1), l.get(0))))
                .isEqualTo("b\na\n");
        assertThat(Rewrites.statements("a\nb", l -> NodeList.of(l.get(1), l.get(0))))
                .isEqualTo("b\na");
    }

    @Test
    void wrappedStatementsAreReindentedWithTheirComments() {
        String text = "def f():\n  # lead\n  a(1,\n    2)  # trail\n  b = '''x\n y'''\n";
        Snippet<Statement> wrap = Snippet.statement("with lock:\n    $$$body");
        assertThat(body(text, list -> NodeList.of(wrap.bind("body", list).build())))
                .isEqualTo("def f():\n  with lock:\n    # lead\n    a(1,\n      2)  # trail\n    b = '''x\n y'''\n");
    }

    @Test
    void unwrappedStatementsAreReindentedWithTheirComments() {
        Module module = Rewrites.parse("if x:  # why\n    # lead\n    a  # trail\n    b\n    # foot\nc\n");
        If wrapper = (If) module.statements().get(0);
        Module edited =
                new TreeReplacer().replace(wrapper, wrapper.body().statements()).apply(module);
        assertThat(Rewrites.print(edited)).isEqualTo("# why\n# foot\n# lead\na  # trail\nb\nc\n");
    }

    @Test
    void inlineSuiteIsExpandedWhenItMustBe() {
        assertThat(body("if x: a; b  # c\ny\n", list -> list.append(statement("z"))))
                .isEqualTo("if x:\n    a\n    b\n    z  # c\ny\n");
        assertThat(body("if x: a\n", list -> list.with(0, statement("z")))).isEqualTo("if x: z\n");
        assertThat(body("class A: a = 1; b = 2\n", list -> list.without(0))).isEqualTo("class A: b = 2\n");
        assertThat(body("for x in y: a\n", list -> list.with(0, statement("if z:\n  b"))))
                .isEqualTo("for x in y:\n    if z:\n        b\n");
    }

    @Test
    void clausesComeAndGo() {
        String text = "if x:\n    a\n# about else\nelse:\n    b\n    # foot\nc\n";
        Module module = Rewrites.parse(text);
        If old = module.findAll(If.class).get(0);
        assertThat(Rewrites.print(
                        new TreeReplacer().replace(old, old.withOrElse(null)).apply(module)))
                .isEqualTo("if x:\n    a\n# about else\n# foot\nc\n");
        If donor = (If) statement("if q:\n    pass\nelif r:\n    pass\nelse:\n    d");
        assertThat(Rewrites.replace("if x:\n    a\n    # foot\nc\n", If.class, n -> n.withOrElse(donor.orElse())))
                .isEqualTo("if x:\n    a\n    # foot\nelse:\n    d\nc\n");
        assertThat(Rewrites.replace("if x: a\nelse: b\n", If.class, n -> n.withElifs(donor.elifs())))
                .isEqualTo("if x: a\nelif r:\n    pass\nelse: b\n");
        assertThat(Rewrites.replace(
                        "try:\n    a\nexcept A:\n    b\nexcept B:\n    c\n",
                        Try.class,
                        n -> n.withHandlers(n.handlers().without(0))))
                .isEqualTo("try:\n    a\nexcept B:\n    c\n");
    }

    @Test
    void decoratorsComeAndGo() {
        Module module = Rewrites.parse("class A:\n    # lead\n    @one\n    @two  # c\n    def f(self): pass\n");
        FunctionDef f = module.findAll(FunctionDef.class).get(0);
        assertThat(Rewrites.print(new TreeReplacer()
                        .replace(f, f.withDecorators(f.decorators().without(1)))
                        .apply(module)))
                .isEqualTo("class A:\n    # lead\n    @one\n    # c\n    def f(self): pass\n");
        assertThat(Rewrites.print(new TreeReplacer()
                        .replace(f, f.withDecorators(NodeList.empty()))
                        .apply(module)))
                .isEqualTo("class A:\n    # lead\n    # c\n    def f(self): pass\n");
        assertThat(Rewrites.print(new TreeReplacer()
                        .replace(
                                f,
                                f.withDecorators(f.decorators()
                                        .insert(0, Snippet.decorator("@zero(1)").build())))
                        .apply(module)))
                .isEqualTo("class A:\n    # lead\n    @zero(1)\n    @one\n    @two  # c\n    def f(self): pass\n");
        assertThat(Rewrites.replace(
                        "# lead\nclass A: pass\n",
                        ClassDef.class,
                        n -> n.withDecorators(
                                NodeList.of(Snippet.decorator("@d").build()))))
                .isEqualTo("# lead\n@d\nclass A: pass\n");
    }

    @Test
    void emptyFileTakesStatements() {
        assertThat(insert("", 0, "a")).isEqualTo("a\n");
        assertThat(insert("# c\n", 0, "a")).isEqualTo("# c\n\na\n");
    }

    @Test
    void backslashBeforeARemovedStatementGoes() {
        assertThat(remove("a\n\\\nb\nc\n", 1)).isEqualTo("a\nc\n");
    }

    @Test
    void insertedSnippetsKeepTheirBlankLinesAndComments() {
        NodeList<Statement> added =
                Snippet.statements("# one\na = 1\n\nb = 2  # two\n").build();
        assertThat(Rewrites.statements("x\n", list -> NodeList.of(list.get(0), added.get(0), added.get(1))))
                .isEqualTo("x\n# one\na = 1\n\nb = 2  # two\n");
    }

    @Test
    void nestedChangesInKeptBlocksArePrintedInPlace() {
        Node changed = statement("z");
        assertThat(Rewrites.replace(
                        "if x:\n    if y:\n        a\n    b\n",
                        Statement.class,
                        n -> n.sourceText().equals("a") ? changed : n))
                .isEqualTo("if x:\n    if y:\n        z\n    b\n");
    }

    @Test
    void commentsOfOtherTextsAreIndentedWithWhatTheyAreAbout() {
        Statement other =
                statement("class A:\n    def f():\n        a\n\n    # about g\n\n    def g():\n        b\n    # end\n");
        assertThat(Rewrites.statements("if x:\n\ty\n", list -> list.append(other)))
                .isEqualTo(
                        "if x:\n\ty\n\n\nclass A:\n\tdef f():\n\t\ta\n\n\t# about g\n\n\tdef g():\n\t\tb\n\t# end\n");
    }

    @Test
    void statementBehindOneOfSeveralLinesHasTheIndentationOfTheirLogicalLine() {
        assertThat(body("if x:\n  a = [1,\n       2]; b\n", list -> list.append(statement("c"))))
                .isEqualTo("if x:\n  a = [1,\n       2]; b\n  c\n");
        assertThat(body("if x:\n  a\n  \\\n      b\n", list -> list.append(statement("c"))))
                .isEqualTo("if x:\n  a\n  \\\n      b\n  c\n");
        assertThat(body("if x:\n  a\n  \\\n      b\n", list -> list.with(1, statement("if c:\n  d"))))
                .isEqualTo("if x:\n  a\n  if c:\n    d\n");
    }

    @Test
    void commentIsHoistedAboveTheBackslashThatAStatementBeginsWith() {
        assertThat(Rewrites.replace(
                        "if x:\n    \\\n  f(a,  # why\n    b)\n", Call.class, n -> n.withArguments(NodeList.empty())))
                .isEqualTo("if x:\n    # why\n    \\\n  f()\n");
    }

    @Test
    void commentIsHoistedAboveWhatComesBeforeTheStatement() {
        assertThat(Rewrites.replace(
                        "def f(a,  # why\n      b): pass\n",
                        FunctionDef.class,
                        n -> n.withAsync(true).withParameters(n.parameters().withItems(NodeList.empty()))))
                .isEqualTo("# why\nasync def f(): pass\n");
    }

    @Test
    void commentBelowACompoundStatementThatMovesIsNotItsOwn() {
        Module module = Rewrites.parse("def f():\n    if x:\n        a\n    # foot\nb\n");
        FunctionDef f = (FunctionDef) module.statements().get(0);
        assertThat(Rewrites.print(
                        new TreeReplacer().replace(f, f.body().statements()).apply(module)))
                .isEqualTo("# foot\nif x:\n    a\nb\n");
    }

    @Test
    void commentOfWhatIsReplacedInsideAMovedStatementIsHoisted() {
        Module module = Rewrites.parse("if x:\n    f(a,  # why\n      b)\n");
        If wrapper = (If) module.statements().get(0);
        ExpressionStatement call =
                (ExpressionStatement) wrapper.body().statements().first();
        Module edited = new TreeReplacer()
                .replace(wrapper, call.withValue(Snippet.expression("g()").build()))
                .apply(module);
        assertThat(Rewrites.print(edited)).isEqualTo("# why\ng()\n");
    }

    @Test
    void decoratorsWithBlankLinesBehindThemComeAndGo() {
        Module module = Rewrites.parse("class A:\n    @one\n\n    def f(self): pass\n");
        FunctionDef f = module.findAll(FunctionDef.class).get(0);
        assertThat(Rewrites.print(new TreeReplacer()
                        .replace(
                                f,
                                f.withDecorators(f.decorators()
                                        .append(Snippet.decorator("@two").build())))
                        .apply(module)))
                .isEqualTo("class A:\n    @one\n\n    @two\n    def f(self): pass\n");
        assertThat(Rewrites.print(new TreeReplacer()
                        .replace(f, f.withDecorators(NodeList.empty()))
                        .apply(module)))
                .isEqualTo("class A:\n    def f(self): pass\n");
    }

    @Test
    void casesComeBeforeTheFirst() {
        Match donor = (Match) statement("match q:\n    case 2:\n        d");
        assertThat(Rewrites.replace(
                        "match x:\n    # one\n    case 1:\n        a\n",
                        Match.class,
                        n -> n.withCases(n.cases().insert(0, donor.cases().first()))))
                .isEqualTo("match x:\n    case 2:\n        d\n    # one\n    case 1:\n        a\n");
    }

    @Test
    void blankLinesBetweenStatementsThatGoTogetherGoToo() {
        assertThat(remove("a\n\nb\nc\n\nd\n", 1, 2)).isEqualTo("a\n\nd\n");
        assertThat(remove("a\n\nb\n\n\nc\n\nd\n", 1, 2)).isEqualTo("a\n\nd\n");
        assertThat(remove("a\n\nb\n\nc\n", 1, 2)).isEqualTo("a\n");
        assertThat(body("if x:\n    a\n\n    b\n    c\n\nd\n", list -> without(list, 1, 2)))
                .isEqualTo("if x:\n    a\n\nd\n");
        Snippet<Statement> wrap = Snippet.statement("with lock:\n    $$$body");
        assertThat(Rewrites.statements(
                        "a\n\nb\n\n\nc\n",
                        list -> NodeList.of(
                                list.get(0), wrap.bind("body", without(list, 0)).build())))
                .isEqualTo("a\n\nwith lock:\n    b\n\n\n    c\n");
    }
}
