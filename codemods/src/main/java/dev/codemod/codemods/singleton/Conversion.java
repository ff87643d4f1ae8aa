package dev.codemod.codemods.singleton;

/**
 * A class that is converted.
 *
 * @param view the class
 * @param use how it gets its metaclass
 * @param metaclass what the metaclass does
 * @param own how the class keeps its instance, if it does that itself; else null
 * @param plan how its instance is made
 * @param isExported whether {@code __all__} names the class
 */
record Conversion(
        ClassView view,
        MetaclassUse use,
        MetaclassFact metaclass,
        OwnSingleton own,
        InstancePlan plan,
        boolean isExported) {
    String className() {
        return view.definition().name().sourceText();
    }
}
