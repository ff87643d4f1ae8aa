package dev.codemod.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.If;
import dev.codemod.tree.Module;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Statement;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whose comments are, and what becomes of those that lose their code. */
class CommentsTest {
    private static final String CALL = "a\nx = f(1,  # one\n      2)  # end\n";

    private static Printed replaceCall(String text, PrintOptions options) {
        Module module = Rewrites.parse(text);
        Call call = module.findAll(Call.class).get(0);
        Module edited = new TreeReplacer()
                .replace(call, Snippet.expression("g()").build())
                .apply(module);
        Printed printed = Printer.print(edited, options);
        Rewrites.check(edited, printed);
        return printed;
    }

    @Test
    void aCommentThatMovesWithALargerNodeStaysInIt() {
        Module module = Rewrites.parse("x = A(  # one\n    a\n).b()\n");
        Call call = module.findAll(Call.class).get(0);
        Attribute func = (Attribute) call.func();
        Attribute other = func.withValue(Snippet.expression("g").build());
        Call wrapped = call.withFunc(other).withArguments(NodeList.of(func));
        Module edited = new TreeReplacer().replace(call, wrapped).apply(module);
        Printed printed = Printer.print(edited, PrintOptions.defaults());
        Rewrites.check(edited, printed);
        assertThat(new String(printed.bytes(), StandardCharsets.UTF_8)).isEqualTo("x = g.b(A(  # one\n    a\n).b)\n");
    }

    @Test
    void commentsHaveOwners() {
        Module module = Rewrites.parse("""
                #!/usr/bin/env python
                # header

                # about a
                a  # trailing
                # section

                # about if
                if x:  # if
                    # about b
                    b; c  # trailing c
                    # footer

                # about else
                else:
                    d
                  # shallow footer
                # about e
                e(  # in
                )
                """);
        Comments comments = Comments.of(module.parsed());
        Statement a = module.statements().get(0);
        If branch = (If) module.statements().get(1);
        Statement e = module.statements().get(2);
        assertThat(comments.leading(a)).containsExactly("# about a");
        assertThat(comments.trailing(a)).isEqualTo("# trailing");
        assertThat(comments.leading(branch)).containsExactly("# about if");
        assertThat(comments.trailing(branch)).isNull();
        assertThat(comments.leading(branch.body().statements().get(0))).containsExactly("# about b");
        assertThat(comments.trailing(branch.body().statements().get(0))).isNull();
        assertThat(comments.trailing(branch.body().statements().get(1))).isEqualTo("# trailing c");
        assertThat(comments.leading(branch.orElse())).containsExactly("# about else");
        assertThat(comments.within(branch))
                .containsExactly("# if", "# about b", "# trailing c", "# footer", "# about else", "# shallow footer");
        assertThat(comments.leading(e)).containsExactly("# about e");
        assertThat(comments.within(e)).containsExactly("# in");
    }

    @Test
    void commentsOfReplacedExpressionsAreHoisted() {
        assertThat(replaceCall(CALL, PrintOptions.defaults()).text()).isEqualTo("a\n# one\nx = g()  # end\n");
        assertThat(replaceCall("if x:\n\tif y: x = f(1,  # one\n2)\n", PrintOptions.defaults())
                        .text())
                .isEqualTo("if x:\n\t# one\n\tif y: x = g()\n");
        assertThat(replaceCall("if a:\n    b\nelif f(  # one\n        ):\n    c\n", PrintOptions.defaults())
                        .text())
                .isEqualTo("if a:\n    b\n# one\nelif g():\n    c\n");
        assertThat(replaceCall("@f(1,  # one\n   2)\ndef h(): pass\n", PrintOptions.defaults())
                        .text())
                .isEqualTo("# one\n@g()\ndef h(): pass\n");
    }

    @Test
    void otherPoliciesAreObeyed() {
        PrintOptions options = PrintOptions.defaults();
        assertThat(replaceCall(CALL, options.withCommentPolicy(CommentPolicy.APPEND_TRAILING))
                        .text())
                .isEqualTo("a\n# one\nx = g()  # end\n");
        assertThat(replaceCall("x = f(1,  # one\n      2)\n", options.withCommentPolicy(CommentPolicy.APPEND_TRAILING))
                        .text())
                .isEqualTo("x = g()  # one\n");
        Printed dropped = replaceCall(CALL, options.withCommentPolicy(CommentPolicy.DROP));
        assertThat(dropped.text()).isEqualTo("a\nx = g()  # end\n");
        assertThat(dropped.droppedComments()).containsExactly("# one");
        assertThatThrownBy(() -> replaceCall(CALL, options.withCommentPolicy(CommentPolicy.FAIL)))
                .isInstanceOf(RewriteRefusedException.class)
                .hasMessage("the change would displace the comment # one")
                .extracting(e -> ((RewriteRefusedException) e).offset())
                .isEqualTo(CALL.indexOf("# one"));
    }

    @Test
    void pragmasStayOnTheirLine() {
        assertThat(replaceCall("x = f(1,  # noqa: E501\n      2)\n", PrintOptions.defaults())
                        .text())
                .isEqualTo("x = g()  # noqa: E501\n");
        assertThat(replaceCall("x = f(1,  # type: ignore\n      2)\n", PrintOptions.defaults())
                        .text())
                .isEqualTo("x = g()  # type: ignore\n");
        assertThatThrownBy(() -> replaceCall("x = f(1,  # noqa\n      2)  # end\n", PrintOptions.defaults()))
                .isInstanceOf(RewriteRefusedException.class);
        assertThatThrownBy(() -> replaceCall("x = f(1,\n  # fmt: off\n      2)\n", PrintOptions.defaults()))
                .isInstanceOf(RewriteRefusedException.class);
    }

    @Test
    void pragmasOfRemovedStatementsGoAndAreTold() {
        Module module = Rewrites.parse("a\nif b:  # noqa\n    c\nd  # nosec\n");
        Module edited = module.withStatements(
                module.statements().with(1, Snippet.statement("e").build()).without(2));
        Printed printed = Printer.print(edited);
        Rewrites.check(edited, printed);
        assertThat(printed.text()).isEqualTo("a\ne\n");
        assertThat(printed.droppedComments()).containsExactly("# noqa", "# nosec");
    }

    @Test
    void commentsInsideReusedNodesAreKeptThere() {
        Module module = Rewrites.parse("x = f(g(1,  # one\n        2))\n");
        Call outer = module.findAll(Call.class).get(0);
        Module edited =
                new TreeReplacer().replace(outer, outer.arguments().get(0)).apply(module);
        assertThat(Rewrites.print(edited)).isEqualTo("x = g(1,  # one\n        2)\n");
    }

    @Test
    void commentsInParenthesesThatAreLeftBehindAreHoisted() {
        Module module = Rewrites.parse("x = f((  # one\n    a))\n");
        Call outer = module.findAll(Call.class).get(0);
        Module edited =
                new TreeReplacer().replace(outer, outer.arguments().get(0)).apply(module);
        assertThat(Rewrites.print(edited)).isEqualTo("# one\nx = a\n");
    }

    @Test
    void commentsOfChangedMovedStatementsAreKept() {
        Module module = Rewrites.parse("z\nif x:\n    # lead\n    f(1,  # one\n      2)  # trail\n    y\n");
        Call call = module.findAll(Call.class).get(0);
        Module changed = new TreeReplacer()
                .replace(call, Snippet.expression("g()").build())
                .apply(module);
        If branch = (If) changed.statements().get(1);
        Module edited =
                new TreeReplacer().replace(branch, branch.body().statements()).apply(changed);
        assertThat(Rewrites.print(edited)).isEqualTo("z\n# lead\n# one\ng()  # trail\ny\n");
    }
}
