package dev.codemod.codemods.sql;

import dev.codemod.semantics.OutsideTypes;
import dev.codemod.semantics.TypeTable;
import java.util.List;

/** Types of other files, from an index that several threads share but only one may ask at a time. */
final class LockedTypes implements OutsideTypes {
    private final TypeTable table;
    private final Object lock;

    /**
     * Creates the types.
     *
     * @param lock what everybody who asks the index locks
     */
    LockedTypes(TypeTable table, Object lock) {
        this.table = table;
        this.lock = lock;
    }

    @Override
    public String returned(String callable) {
        synchronized (lock) {
            return table.returned(callable);
        }
    }

    @Override
    public String awaited(String callable) {
        synchronized (lock) {
            return table.awaited(callable);
        }
    }

    @Override
    public String entered(String type) {
        synchronized (lock) {
            return table.entered(type);
        }
    }

    @Override
    public String value(String name) {
        synchronized (lock) {
            return table.value(name);
        }
    }

    @Override
    public List<String> bases(String type) {
        synchronized (lock) {
            List<String> all = table.withBases(type);
            return all.subList(1, all.size());
        }
    }
}
