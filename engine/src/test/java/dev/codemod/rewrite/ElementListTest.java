package dev.codemod.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.tree.Argument;
import dev.codemod.tree.Assign;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Compare;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.DottedName;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Tuple;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Elements that come to and go from lists inside lines and brackets. */
class ElementListTest {
    private static Expression expression(String text) {
        return Snippet.expression(text).build();
    }

    private static String list(String text, Function<NodeList<Expression>, NodeList<Expression>> change) {
        return Rewrites.replace(text, ListDisplay.class, n -> n.withElements(change.apply(n.elements())));
    }

    private static String tuple(String text, Function<NodeList<Expression>, NodeList<Expression>> change) {
        return Rewrites.replace(text, Tuple.class, n -> n.withElements(change.apply(n.elements())));
    }

    private static String call(String text, Function<NodeList<Argument>, NodeList<Argument>> change) {
        return Rewrites.replace(text, Call.class, n -> n.withArguments(change.apply(n.arguments())));
    }

    @Test
    void insertedElementCopiesTheSeparator() {
        assertThat(list("[a,b]\n", l -> l.append(expression("c")))).isEqualTo("[a,b,c]\n");
        assertThat(list("[a , b]\n", l -> l.insert(0, expression("c")))).isEqualTo("[c , a , b]\n");
        assertThat(list("[a, b,]\n", l -> l.append(expression("c")))).isEqualTo("[a, b, c,]\n");
        assertThat(list("[]\n", l -> l.append(expression("c")).append(expression("d"))))
                .isEqualTo("[c, d]\n");
        assertThat(list("[ a ]\n", l -> l.append(expression("b")))).isEqualTo("[ a, b ]\n");
    }

    @Test
    void elementsOnTheirOwnLinesStaySo() {
        assertThat(list("x = [\n    a,\n    b,\n]\n", l -> l.append(expression("c"))))
                .isEqualTo("x = [\n    a,\n    b,\n    c,\n]\n");
        assertThat(list("x = [\n    a\n]\n", l -> l.append(expression("c")))).isEqualTo("x = [\n    a,\n    c\n]\n");
        assertThat(list("x = [\n    a,  # a\n    b,  # b\n]\n", l -> l.append(expression("c"))))
                .isEqualTo("x = [\n    a,  # a\n    b,  # b\n    c,\n]\n");
        assertThat(list("x = [\n    a,  # a\n    b  # b\n]\n", l -> l.append(expression("c"))))
                .isEqualTo("x = [\n    a,  # a\n    b,  # b\n    c\n]\n");
        assertThat(list("x = [\n    # about a\n    a,\n    b,\n]\n", l -> l.insert(0, expression("c"))))
                .isEqualTo("x = [\n    c,\n    # about a\n    a,\n    b,\n]\n");
        assertThat(list("x = [\n    a,\n    b,\n]\n", l -> l.append(expression("f(1,\n  2)"))))
                .isEqualTo("x = [\n    a,\n    b,\n    f(1,\n      2),\n]\n");
    }

    @Test
    void removedElementTakesItsComma() {
        assertThat(list("[a, b, c]\n", l -> l.without(0))).isEqualTo("[b, c]\n");
        assertThat(list("[a, b, c]\n", l -> l.without(1))).isEqualTo("[a, c]\n");
        assertThat(list("[a, b, c]\n", l -> l.without(2))).isEqualTo("[a, b]\n");
        assertThat(list("[a, b, c,]\n", l -> l.without(2))).isEqualTo("[a, b,]\n");
        assertThat(list("[ a, ]\n", l -> l.without(0))).isEqualTo("[  ]\n");
        assertThat(list("x = [\n    a,\n    b,\n]\n", l -> l.without(1))).isEqualTo("x = [\n    a,\n]\n");
        assertThat(list("x = [\n    a,\n    b,\n    c,\n]\n", l -> l.without(1)))
                .isEqualTo("x = [\n    a,\n    c,\n]\n");
        assertThat(list("x = [a, b,\n     c]\n", l -> l.without(1))).isEqualTo("x = [a,\n     c]\n");
    }

    @Test
    void commentsOfRemovedElementsAreHoisted() {
        assertThat(list("x = [\n    a,  # a\n    b,  # b\n]\n", l -> l.without(1)))
                .isEqualTo("# b\nx = [\n    a,  # a\n]\n");
        assertThat(list("x = [\n    a,  # a\n    b  # b\n]\n", l -> l.without(1)))
                .isEqualTo("# b\nx = [\n    a  # a\n]\n");
        assertThat(list("x = [\n    a,  # a\n    # about b\n    b,\n]\n", l -> l.without(0)))
                .isEqualTo("# a\nx = [\n    # about b\n    b,\n]\n");
    }

    @Test
    void tuplesOfOneElementKeepTheirComma() {
        assertThat(tuple("x = (a, b)\n", l -> l.without(0))).isEqualTo("x = (b,)\n");
        assertThat(tuple("x = (a, b)\n", l -> l.without(1))).isEqualTo("x = (a,)\n");
        assertThat(tuple("x = a, b\n", l -> l.without(1))).isEqualTo("x = a,\n");
        assertThat(tuple("x = (a,)\n", l -> l.append(expression("b")))).isEqualTo("x = (a, b)\n");
        assertThat(tuple("x = ()\n", l -> l.append(expression("b")))).isEqualTo("x = (b,)\n");
        assertThat(tuple("x = (a,)\n", l -> l.without(0))).isEqualTo("x = ()\n");
        assertThat(tuple("x = a,\n", l -> l.without(0))).isEqualTo("x = ()\n");
    }

    @Test
    void generatorThatIsNoLongerAloneGetsParentheses() {
        assertThat(call("f(x for x in y)\n", l -> l.append(expression("z")))).isEqualTo("f((x for x in y), z)\n");
        assertThat(call("f((x for x in y), z)\n", l -> l.without(1))).isEqualTo("f((x for x in y))\n");
    }

    @Test
    void namesAndTargetsAreLists() {
        assertThat(Rewrites.replace(
                        "import a, b\n",
                        Import.class,
                        n -> n.withNames(n.names().without(0))))
                .isEqualTo("import b\n");
        assertThat(Rewrites.replace(
                        "from m import (\n    a,\n    b,\n)\n",
                        ImportFrom.class,
                        n -> n.withNames(n.names().without(0))))
                .isEqualTo("from m import (\n    b,\n)\n");
        ImportFrom donor =
                (ImportFrom) Snippet.statement("from q import c as d").build();
        assertThat(Rewrites.replace(
                        "from m import a\n",
                        ImportFrom.class,
                        n -> n.withNames(n.names().append(donor.names().first()))))
                .isEqualTo("from m import a, c as d\n");
        assertThat(Rewrites.replace(
                        "from m import *\n",
                        ImportFrom.class,
                        n -> n.withStar(false).withNames(donor.names())))
                .isEqualTo("from m import c as d\n");
        assertThat(Rewrites.replace(
                        "a = b = 1\n",
                        Assign.class,
                        n -> n.withTargets(n.targets().without(0))))
                .isEqualTo("b = 1\n");
        assertThat(Rewrites.replace(
                        "a = 1\n", Assign.class, n -> n.withTargets(n.targets().append(Snippet.name("c")))))
                .isEqualTo("a = c = 1\n");
        assertThat(Rewrites.replace(
                        "import a.b\n",
                        DottedName.class,
                        n -> n.withNames(n.names().insert(0, Snippet.identifier("z")))))
                .isEqualTo("import z.a.b\n");
    }

    @Test
    void operandsAndClausesAreLists() {
        assertThat(Rewrites.replace(
                        "x = a and b\n",
                        BoolOp.class,
                        n -> n.withValues(n.values().append(expression("c or d")))))
                .isEqualTo("x = a and b and (c or d)\n");
        assertThat(Rewrites.replace(
                        "x = a and b and c\n",
                        BoolOp.class,
                        n -> n.withValues(n.values().without(0))))
                .isEqualTo("x = b and c\n");
        assertThat(Rewrites.replace(
                        "x = a < b < c\n",
                        Compare.class,
                        n -> n.withComparisons(n.comparisons().without(0))))
                .isEqualTo("x = a < c\n");
        assertThat(Rewrites.replace(
                        "x = [a for a in b for c in d if e]\n",
                        ListComp.class,
                        n -> n.withGenerators(n.generators().without(0))))
                .isEqualTo("x = [a for c in d if e]\n");
        assertThat(Rewrites.replace(
                        "x = 'a' 'b'\n",
                        ConcatenatedString.class,
                        n -> n.withParts(n.parts().insert(0, n.parts().get(1)))))
                .isEqualTo("x = 'b' 'a' 'b'\n");
    }

    @Test
    void parametersAreAList() {
        assertThat(Rewrites.replace(
                        "def f(): pass\n",
                        FunctionDef.class,
                        n -> n.withParameters(n.parameters()
                                .withItems(n.parameters()
                                        .items()
                                        .append(Snippet.parameter("*args").build())))))
                .isEqualTo("def f(*args): pass\n");
    }

    @Test
    void reorderedElementsArePrinted() {
        assertThat(call("f(a, b, c)\n", l -> NodeList.of(l.get(2), l.get(0), l.get(1))))
                .isEqualTo("f(c, a, b)\n");
    }

    @Test
    void listsAndTheirElementsChangeTogether() {
        Module module = Rewrites.parse("f(g(a), b)\n");
        Call outer = module.findAll(Call.class).get(0);
        Call inner = (Call) outer.arguments().get(0);
        Call newInner = inner.withArguments(inner.arguments().append(Snippet.name("z")));
        Call newOuter = outer.withArguments(outer.arguments()
                .replace(inner, newInner)
                .append(Snippet.argument("k=1").build()));
        assertThat(Rewrites.print(new TreeReplacer().replace(outer, newOuter).apply(module)))
                .isEqualTo("f(g(a, z), b, k=1)\n");
        assertThat(Rewrites.replace("x = a\n", Name.class, n -> n.is("a") ? expression("(b, c)") : n))
                .isEqualTo("x = (b, c)\n");
    }

    @Test
    void commentBehindAListWithoutBracketsStaysBehindIt() {
        Import donor = (Import) Snippet.statement("import c").build();
        assertThat(Rewrites.replace(
                        "import a  # why\nb\n",
                        Import.class,
                        n -> n.withNames(n.names().append(donor.names().first()))))
                .isEqualTo("import a, c  # why\nb\n");
    }

    @Test
    void separatorWithCommentsOrBackslashesIsAnExampleForItsOwnKind() {
        assertThat(Rewrites.replace(
                        "x = (a and  # one\n     b)\n",
                        BoolOp.class,
                        n -> n.withValues(n.values().insert(0, expression("c")))))
                .isEqualTo("x = (c and\n     a and  # one\n     b)\n");
        assertThat(Rewrites.replace(
                        "x = [a or \\\n  b]\n",
                        BoolOp.class,
                        n -> n.withValues(n.values().insert(0, expression("c")))))
                .isEqualTo("x = [c or\n  a or \\\n  b]\n");
    }

    @Test
    void elementsWithTheirCommaInFrontAreIndentedWithoutIt() {
        assertThat(list("x = [\n  a\n  , b\n]\n", l -> l.insert(1, expression("f(1,\n  2)"))))
                .isEqualTo("x = [\n  a\n  , f(1,\n    2)\n  , b\n]\n");
    }

    @Test
    void elementInPlaceOfTheOnlyStarOfASliceGetsTheCommaOfATuple() {
        assertThat(tuple("x[*a]\n", l -> l.with(0, expression("b")))).isEqualTo("x[b,]\n");
        assertThat(tuple("x[*a]\n", l -> l.append(expression("b")))).isEqualTo("x[*a, b]\n");
    }
}
