package dev.codemod.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeKind;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Origin;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A field more in a node is a byte or two more for every byte of source: whoever adds one shall notice. */
class NodeLayoutTest {
    private static final int HEADER = 12;
    private static final int REFERENCE = 4;
    private static final int ALIGNMENT = 8;

    @Test
    void everyNodeHasAnOriginAndTwoIntegers() {
        assertThat(fields(Node.class))
                .extracting(Field::getType)
                .containsExactlyInAnyOrder(Origin.class, int.class, int.class);
        assertThat(size(Name.class)).isEqualTo(24);
    }

    @Test
    void aKindOfNodeAddsOneFieldForEachSlotAndNoOther() {
        Map<String, NodeKind> kinds = new HashMap<>();
        for (NodeKind kind : NodeKind.values()) {
            kinds.put(kind.toString(), kind);
        }
        List<Class<?>> classes = nodeClasses(Node.class);
        assertThat(classes).hasSameSizeAs(kinds.values());
        for (Class<?> type : classes) {
            assertThat(fields(type))
                    .as(type.getSimpleName())
                    .hasSize(kinds.get(type.getSimpleName()).slotCount());
            assertThat(fields(type.getSuperclass()))
                    .as("fields of the groups between %s and Node", type.getSimpleName())
                    .hasSizeLessThanOrEqualTo(type.getSuperclass() == Node.class ? 3 : 0);
        }
    }

    @Test
    void noNodeIsLargerThanADefinitionOfAFunction() {
        Class<?> largest = nodeClasses(Node.class).stream()
                .max(Comparator.comparingInt(NodeLayoutTest::size))
                .orElseThrow();
        assertThat(size(largest)).as(largest.getSimpleName()).isEqualTo(56);
        assertThat(size(NodeList.class)).isEqualTo(24);
    }

    /** Returns the classes below {@code type} that have instances. */
    private static List<Class<?>> nodeClasses(Class<?> type) {
        if (!type.isSealed()) {
            return List.of(type);
        }
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            found.addAll(nodeClasses(permitted));
        }
        return found;
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> found = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                found.add(field);
            }
        }
        return found;
    }

    /** Returns the bytes of an instance with compressed references, the default below 32 GB of heap. */
    private static int size(Class<?> type) {
        int size = HEADER;
        for (Class<?> part = type; part != null; part = part.getSuperclass()) {
            for (Field field : fields(part)) {
                size += field.getType() == boolean.class ? 1 : REFERENCE;
            }
        }
        return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
