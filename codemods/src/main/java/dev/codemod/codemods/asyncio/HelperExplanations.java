package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.FileContext;
import dev.codemod.tree.Call;
import java.util.HashMap;
import java.util.Map;

/** Tells {@code codemod explain} what is known of the project's functions that coroutines call. */
final class HelperExplanations {
    private HelperExplanations() {}

    static void give(FileContext file, AwaitFacts facts) {
        if (!file.isExplaining()) {
            return;
        }
        Map<String, String> texts = new HashMap<>();
        facts.notFollowedIn(file.path()).forEach((name, why) -> texts.put(name, "not looked into: " + why));
        facts.helpersCalledIn(file.path()).forEach((name, helper) -> texts.put(name, explanation(helper, facts)));
        CallPlaces<String> places = CallPlaces.of(file, texts);
        for (Call call : file.module().findAll(Call.class)) {
            CallPlaces.Place<String> place = places.of(call);
            if (place != null) {
                file.explain(call, place.value());
            }
        }
    }

    private static String explanation(Helper helper, AwaitFacts facts) {
        Conversions conversions = facts.conversions();
        String text = helper.explanation();
        if (conversions.isConverted(helper.definition())) {
            return text + "; it becomes async with all its callers";
        }
        String obstacle = conversions.obstacle(helper.definition());
        return obstacle == null ? text : text + "; it cannot become async: " + obstacle;
    }
}
