package dev.codemod.codemods.singleton;

import dev.codemod.rewrite.Comments;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Module;
import dev.codemod.tree.StringConstant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Texts of a file that name a class to tools: type comments and strings such as quoted annotations. */
final class ClassMentions {
    private ClassMentions() {}

    /** Returns whether a type comment or a string that is no documentation holds a name. */
    static boolean isMentioned(Module module, String name) {
        for (String comment : Comments.of(module.parsed()).within(module)) {
            if (comment.contains("type:") && holds(comment, name)) {
                return true;
            }
        }
        Set<StringConstant> documentation = new HashSet<>();
        for (ExpressionStatement statement : module.findAll(ExpressionStatement.class)) {
            if (statement.value() instanceof StringConstant string) {
                documentation.add(string);
            }
        }
        for (StringConstant string : module.findAll(StringConstant.class)) {
            if (!documentation.contains(string) && holds(Text.content(string), name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String text, String name) {
        for (List<String> dotted : DottedNames.in(text)) {
            if (dotted.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
