package dev.codemod.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.BoolOperator;
import dev.codemod.tree.Call;
import dev.codemod.tree.Compare;
import dev.codemod.tree.CompareOperator;
import dev.codemod.tree.Comparison;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Operator;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.Raise;
import dev.codemod.tree.Return;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.UnaryOperator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Changes of single slots: children, flags, operators, optional parts. */
class PrinterTest {
    private static Expression expression(String text) {
        return Snippet.expression(text).build();
    }

    @Test
    void unchangedTreeHasNoEdits() {
        Module module = Rewrites.parse("x = 1\n");
        Printed printed = Printer.print(module);
        assertThat(printed.edits()).isEmpty();
        assertThat(printed.bytes()).isSameAs(module.parsed().source().bytes());
    }

    @Test
    void newTextTakesTheCharsetOfTheFile() {
        byte[] bytes = "# coding: latin-1\nx = Größe()  # süß\n".getBytes(StandardCharsets.ISO_8859_1);
        Module module =
                Parser.parse(Source.of("test.py", bytes), LanguageLevel.LATEST).module();
        Call call = module.findAll(Call.class).get(0);
        Module edited = new TreeReplacer().replace(call, expression("größe")).apply(module);
        Printed printed = Printer.print(edited);
        assertThat(printed.bytes())
                .isEqualTo("# coding: latin-1\nx = größe  # süß\n".getBytes(StandardCharsets.ISO_8859_1));
        Module impossible =
                new TreeReplacer().replace(call, expression("größe_λ")).apply(module);
        assertThatExceptionOfType(RewriteRefusedException.class).isThrownBy(() -> Printer.print(impossible));
    }

    @Test
    void designExampleMakesTwoEdits() {
        Module module = Rewrites.parse("r = foo( a,b )  # keep\n");
        Call call = module.findAll(Call.class).get(0);
        Call changed = call.withFunc(expression("mod.foo"))
                .withArguments(
                        call.arguments().append(Snippet.argument("strict=True").build()));
        Module edited = new TreeReplacer().replace(call, changed).apply(module);
        Printed printed = Printer.print(edited);
        Rewrites.check(edited, printed);
        assertThat(printed.text()).isEqualTo("r = mod.foo( a,b,strict=True )  # keep\n");
        assertThat(printed.edits()).hasSize(2);
    }

    @Test
    void replacedChildKeepsParenthesesAroundIt() {
        assertThat(Rewrites.replace("y = ( x )\n", Name.class, n -> n.is("x") ? expression("a or b") : n))
                .isEqualTo("y = ( a or b )\n");
    }

    @Test
    void attributesAreReplacedTokens() {
        assertThat(Rewrites.replace("y = a+b\n", BinOp.class, n -> n.withOp(Operator.FLOOR_DIV)))
                .isEqualTo("y = a//b\n");
        assertThat(Rewrites.replace("y = a<b\n", Comparison.class, n -> n.withOp(CompareOperator.NOT_IN)))
                .isEqualTo("y = a not in b\n");
        assertThat(Rewrites.replace("y = -b\n", UnaryOp.class, n -> n.withOp(UnaryOperator.NOT)))
                .isEqualTo("y = not b\n");
        assertThat(Rewrites.replace("y = a  and b and(c)\n", BoolOp.class, n -> n.withOp(BoolOperator.OR)))
                .isEqualTo("y = a  or b or(c)\n");
        assertThat(Rewrites.replace("from .a import b\n", ImportFrom.class, n -> n.withLevel(0)))
                .isEqualTo("from a import b\n");
        assertThat(Rewrites.replace("from.a import b\n", ImportFrom.class, n -> n.withLevel(0)))
                .isEqualTo("from a import b\n");
        assertThat(Rewrites.replace("from a import b\n", ImportFrom.class, n -> n.withLevel(3)))
                .isEqualTo("from ...a import b\n");
    }

    @Test
    void changedOperatorPutsOperandsInParentheses() {
        assertThat(Rewrites.replace(
                        "y = a - b + c\n", BinOp.class, n -> n.op() == Operator.ADD ? n.withOp(Operator.MULT) : n))
                .isEqualTo("y = (a - b) * c\n");
        assertThat(Rewrites.replace(
                        "y = a * b * c\n", BinOp.class, n -> n.left() instanceof Name ? n.withOp(Operator.ADD) : n))
                .isEqualTo("y = (a + b) * c\n");
    }

    @Test
    void optionalPartsComeAndGoWithTheirTokens() {
        assertThat(Rewrites.replace("raise E\n", Raise.class, n -> n.withCause(expression("None"))))
                .isEqualTo("raise E from None\n");
        assertThat(Rewrites.replace("raise E  from  None # c\n", Raise.class, n -> n.withCause(null)))
                .isEqualTo("raise E # c\n");
        assertThat(Rewrites.replace("def f():\n    return(x)\n", Return.class, n -> n.withValue(null)))
                .isEqualTo("def f():\n    return\n");
        assertThat(Rewrites.replace("def f():\n    return  # c\n", Return.class, n -> n.withValue(expression("1"))))
                .isEqualTo("def f():\n    return 1  # c\n");
        assertThat(Rewrites.replace("def f(a): pass\n", FunctionDef.class, n -> n.withReturns(expression("int"))))
                .isEqualTo("def f(a) -> int: pass\n");
        assertThat(Rewrites.replace("def f(a) -> int : pass\n", FunctionDef.class, n -> n.withReturns(null)))
                .isEqualTo("def f(a) : pass\n");
        assertThat(Rewrites.replace("def f(a, b): pass\n", Parameter.class, n -> n.withDefaultValue(expression("1"))))
                .isEqualTo("def f(a=1, b=1): pass\n");
        assertThat(Rewrites.replace("def f(a: int): pass\n", Parameter.class, n -> n.withDefaultValue(expression("1"))))
                .isEqualTo("def f(a: int = 1): pass\n");
        assertThat(Rewrites.replace("def f(a=1): pass\n", Parameter.class, n -> n.withAnnotation(expression("int"))))
                .isEqualTo("def f(a: int=1): pass\n");
    }

    @Test
    void flagsAreTokensThatComeAndGo() {
        assertThat(Rewrites.replace("def f(): pass\n", FunctionDef.class, n -> n.withAsync(true)))
                .isEqualTo("async def f(): pass\n");
        assertThat(Rewrites.replace("async  def f(): pass\n", FunctionDef.class, n -> n.withAsync(false)))
                .isEqualTo("def f(): pass\n");
        assertThat(Rewrites.replace("x = (a, b)\n", Tuple.class, n -> n.withParenthesized(false)))
                .isEqualTo("x = a, b\n");
        assertThat(Rewrites.replace("x = a, b\n", Tuple.class, n -> n.withParenthesized(true)))
                .isEqualTo("x = (a, b)\n");
        assertThat(Rewrites.replace("x = (a,\n b)\n", Tuple.class, n -> n.withParenthesized(false)))
                .isEqualTo("x = (a,\n b)\n");
    }

    @Test
    void seamsGetABlankWhereTokensWouldMerge() {
        assertThat(Rewrites.replace("def f():\n    return(x)\n", Return.class, n -> n.withValue(expression("y"))))
                .isEqualTo("def f():\n    return(y)\n");
        assertThat(Rewrites.replace("def f():\n    return[x]\n", Return.class, n -> n.withValue(expression("y"))))
                .isEqualTo("def f():\n    return y\n");
        assertThat(Rewrites.replace("x = a if[b]else c\n", dev.codemod.tree.ListDisplay.class, n -> expression("b")))
                .isEqualTo("x = a if b else c\n");
        assertThat(Rewrites.replace("x = a in[b]\n", dev.codemod.tree.ListDisplay.class, n -> expression("'b'")))
                .isEqualTo("x = a in 'b'\n");
        assertThat(Rewrites.replace("x = f\"{a}\"\n", Name.class, n -> n.is("a") ? expression("{1}") : n))
                .isEqualTo("x = f\"{ {1}}\"\n");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        byte[] text = "\uFEFFx = 1\n".getBytes(StandardCharsets.UTF_8);
        Module module = Parser.parse(Source.of("a.py", text), null).module();
        assertThat(Rewrites.replace(module, Name.class, n -> expression("y"))).isEqualTo("\uFEFFy = 1\n");
    }

    @Test
    void nestedChangesOfParentAndChildCompose() {
        Module module = Rewrites.parse("z = f(g(x), y)\n");
        TreeReplacer replacer = new TreeReplacer();
        for (Call call : module.findAll(Call.class)) {
            replacer.replace(
                    call, Snippet.expression("await $c").bind("c", call).build());
        }
        assertThat(Rewrites.print(replacer.apply(module))).isEqualTo("z = await f(await g(x), y)\n");
    }

    @Test
    void movedSubtreeIsReindentedAndKeepsItsBytes() {
        String text = "def f():\n    x = g(a,\n          \"\"\"s\n  t\"\"\")\ny = 1\n";
        Module module = Rewrites.parse(text);
        Call call = module.findAll(Call.class).get(0);
        Expression one = module.findAll(Assign.class).get(1).value();
        Module edited = new TreeReplacer().replace(one, call).replace(call, one).apply(module);
        assertThat(Rewrites.print(edited)).isEqualTo("def f():\n    x = 1\ny = g(a,\n      \"\"\"s\n  t\"\"\")\n");
    }

    @Test
    void chainsOfAnyLengthNeedNoStack() {
        StringBuilder text = new StringBuilder("x = first");
        for (int i = 0; i < 5_000; i++) {
            text.append(".a");
        }
        Module module = Rewrites.parse(text + "\n");
        Name first = module.findAll(Name.class).get(1);
        Module edited = new TreeReplacer().replace(first, expression("second")).apply(module);
        Printed printed = Printer.print(edited);
        assertThat(printed.text()).startsWith("x = second.a.a");
        assertThat(printed.edits()).hasSize(1);
    }

    @Test
    void pythonTwoStatementsArePrinted() {
        Module module = Rewrites.parse("print >>f, a, b\nexec code\n", LanguageLevel.PY27);
        TreeReplacer replacer = new TreeReplacer();
        module.findAll(dev.codemod.tree.Print.class).forEach(n -> replacer.replace(n, n.withDestination(null)));
        module.findAll(dev.codemod.tree.Exec.class).forEach(n -> replacer.replace(n, n.withGlobals(expression("d"))));
        assertThat(Rewrites.print(replacer.apply(module))).isEqualTo("print a, b\nexec code in d\n");
    }

    @Test
    void attributeNameIsReplaced() {
        assertThat(Rewrites.replace("a . b = 1\n", Attribute.class, n -> n.withAttr(Snippet.identifier("c"))))
                .isEqualTo("a . c = 1\n");
    }

    @Test
    void comparisonOperandKeepsItsComments() {
        assertThat(Rewrites.replace("x = (a  # one\n     < b)\n", Compare.class, n -> n.withLeft(expression("c"))))
                .isEqualTo("x = (c  # one\n     < b)\n");
    }
}
