package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Binding;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import java.util.HashMap;
import java.util.Map;

/** The local variables of a function and the attributes of the instance while {@link ConstructionSafety} follows it. */
final class PureFrame {
    private final ConstructionSafety safety;
    private final ClassView view;
    private final FunctionDef function;
    private final Map<String, PureValue> attributes;
    private final Map<String, PureValue> locals = new HashMap<>();
    private final PureExpressions expressions;

    /**
     * @param view the class of the instance, or null for a function that has none
     */
    PureFrame(ConstructionSafety safety, ClassView view) {
        this(safety, view, null, new HashMap<>());
    }

    private PureFrame(
            ConstructionSafety safety, ClassView view, FunctionDef function, Map<String, PureValue> attributes) {
        this.safety = safety;
        this.view = view;
        this.function = function;
        this.attributes = attributes;
        this.expressions = new PureExpressions(safety, this);
    }

    /** Returns the frame of a function that works on the same instance; its first parameter is the instance. */
    PureFrame enter(FunctionDef called) {
        PureFrame frame = new PureFrame(safety, view, called, attributes);
        String self = view == null ? null : MetaclassMembers.firstParameter(called);
        if (self != null) {
            frame.locals.put(self, PureValue.SELF);
        }
        return frame;
    }

    PureExpressions expressions() {
        return expressions;
    }

    ClassView view() {
        return view;
    }

    /** Returns whether a name that is assigned belongs to the function. */
    boolean isLocal(Expression name) {
        Binding binding = safety.names().bindingOf(name);
        return binding != null && binding.scope().node() == function;
    }

    PureValue local(String name) {
        return locals.get(name);
    }

    void setLocal(String name, PureValue value) {
        locals.merge(name, value, (old, next) -> old == next ? old : PureValue.PLAIN);
    }

    void setLocalIfAbsent(String name, PureValue value) {
        locals.putIfAbsent(name, value);
    }

    PureValue attribute(String name) {
        return attributes.get(name);
    }

    void setAttribute(String name, PureValue value) {
        attributes.merge(name, value, (old, next) -> old == next ? old : PureValue.PLAIN);
    }
}
