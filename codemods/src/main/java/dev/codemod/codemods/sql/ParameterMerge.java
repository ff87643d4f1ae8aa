package dev.codemod.codemods.sql;

import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.Expression;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Writes the parameters of a call: new ones, and new ones among those that are there already. */
final class ParameterMerge {
    /**
     * A parameter in the order of the text.
     *
     * @param value the new value, or null for one that was passed before
     * @param name its name, for styles with names
     * @param isUnpacked whether the value is a list whose elements are the parameters
     * @param position index in the text of the query
     */
    record Slot(Expression value, String name, boolean isUnpacked, int position) {
        static final Slot EXISTING = new Slot(null, null, false, -1);
    }

    private final Code code;
    private final boolean isList;

    /**
     * Creates the writer.
     *
     * @param isList whether new sequences are lists and not tuples
     */
    ParameterMerge(Code code, boolean isList) {
        this.code = code;
        this.isList = isList;
    }

    private boolean hasUnpacking() {
        return code.level().isAtLeast(LanguageLevel.PY35);
    }

    /**
     * Returns the parameters as a sequence.
     *
     * @param existing what was passed, or null
     * @throws CompositionProblem if they cannot be merged
     */
    Expression sequence(Expression existing, List<Slot> slots) {
        if (existing == null) {
            return newSequence(slots);
        }
        long count = slots.stream().filter(slot -> slot == Slot.EXISTING).count();
        if (existing instanceof Tuple tuple && isCounted(tuple.elements(), count, existing)) {
            // The comma of (x,) is none that a longer tuple on one line would have.
            boolean isSingle = count == 1 && tuple.sourceText().indexOf('\n') < 0;
            return isSingle
                    ? code.tuple(woven(tuple.elements(), slots))
                    : tuple.withElements(NodeList.copyOf(woven(tuple.elements(), slots)));
        }
        if (existing instanceof ListDisplay list && isCounted(list.elements(), count, existing)) {
            return list.withElements(NodeList.copyOf(woven(list.elements(), slots)));
        }
        if (existing instanceof DictDisplay) {
            throw problem(
                    existing, "placeholder-style", "the parameters are a mapping but the placeholders have no names");
        }
        return aroundVariable(existing, slots);
    }

    private static boolean isCounted(NodeList<Expression> elements, long count, Expression existing) {
        if (elements.stream().anyMatch(element -> element instanceof Starred)) {
            return false;
        }
        if (elements.size() != count) {
            throw problem(
                    existing,
                    "placeholder-count",
                    "the call passes " + elements.size() + " parameters for " + count
                            + " placeholders; fix that first");
        }
        return true;
    }

    private List<Expression> woven(NodeList<Expression> existing, List<Slot> slots) {
        List<Expression> elements = new ArrayList<>();
        int next = 0;
        for (Slot slot : slots) {
            elements.add(slot == Slot.EXISTING ? existing.get(next++) : element(slot));
        }
        return elements;
    }

    private Expression element(Slot slot) {
        if (!slot.isUnpacked()) {
            return slot.value();
        }
        if (!hasUnpacking()) {
            throw problem(
                    slot.value(),
                    "list-among-parameters",
                    "a list among other parameters needs *unpacking, which this version of Python does not have");
        }
        return code.starred(slot.value());
    }

    private Expression newSequence(List<Slot> slots) {
        if (slots.size() == 1 && slots.get(0).isUnpacked()) {
            return code.call(isList ? "list" : "tuple", List.of(slots.get(0).value()));
        }
        List<Expression> elements = new ArrayList<>();
        for (Slot slot : slots) {
            elements.add(element(slot));
        }
        return isList ? code.list(elements) : code.tuple(elements);
    }

    private Expression aroundVariable(Expression existing, List<Slot> slots) {
        int first = slots.indexOf(Slot.EXISTING);
        int last = slots.lastIndexOf(Slot.EXISTING);
        for (int i = first; i <= last && i >= 0; i++) {
            if (slots.get(i) != Slot.EXISTING) {
                throw problem(
                        existing,
                        "interleaved-parameters",
                        "the new parameter belongs between those of a sequence that is not written out here");
            }
        }
        if (existing instanceof Tuple tuple && !isList && hasUnpacking()) {
            // Arguments with a list among them: the new ones follow.
            List<Expression> all = new ArrayList<>(tuple.elements());
            all.addAll(elements(slots.subList(last + 1, slots.size())));
            return code.tuple(all);
        }
        if (first < 0) {
            throw problem(
                    existing, "placeholder-count", "parameters are passed but the query has no placeholder for them");
        }
        List<Expression> before = elements(slots.subList(0, first));
        List<Expression> after = elements(slots.subList(last + 1, slots.size()));
        if (hasUnpacking()) {
            List<Expression> all = new ArrayList<>(before);
            all.add(code.starred(existing));
            all.addAll(after);
            return isList ? code.list(all) : code.tuple(all);
        }
        Expression sum = code.call(isList ? "list" : "tuple", List.of(existing));
        if (!before.isEmpty()) {
            sum = code.sum(isList ? code.list(before) : code.tuple(before), sum);
        }
        return after.isEmpty() ? sum : code.sum(sum, isList ? code.list(after) : code.tuple(after));
    }

    private List<Expression> elements(List<Slot> slots) {
        List<Expression> elements = new ArrayList<>();
        for (Slot slot : slots) {
            elements.add(element(slot));
        }
        return elements;
    }

    /**
     * Returns the parameters as a mapping; the slots hold the new ones only.
     *
     * @param existing what was passed, or null
     */
    Expression mapping(Expression existing, List<Slot> slots) {
        List<DictItem> items = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.isUnpacked()) {
                throw problem(slot.value(), "list-among-names", "a list cannot be bound by names");
            }
            items.add(code.item(slot.name(), slot.value()));
        }
        if (existing == null) {
            return code.dict(items);
        }
        if (existing instanceof DictDisplay dict) {
            List<DictItem> all = new ArrayList<>(dict.items());
            all.addAll(items);
            return dict.withItems(NodeList.copyOf(all));
        }
        if (hasUnpacking()) {
            items.add(0, code.unpacking(existing));
            return code.dict(items);
        }
        List<dev.codemod.tree.Argument> arguments = new ArrayList<>(List.of(existing));
        for (DictItem item : items) {
            KeyValue pair = (KeyValue) item;
            String name = pair.key().sourceText();
            arguments.add(code.keyword(name.substring(1, name.length() - 1), pair.value()));
        }
        return code.call("dict", arguments);
    }

    private static CompositionProblem problem(Expression place, String reason, String message) {
        return new CompositionProblem(place, reason, message);
    }
}
