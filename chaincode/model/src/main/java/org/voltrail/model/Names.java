package org.voltrail.model;

/** Names that follow from names of classes. */
public final class Names {
    private static final ClassValue<String> TRANSACTIONS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            String name = type.getSimpleName();
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
    };

    private Names() {}

    /** Name of the transaction function that a command's or query's class stands for: {@code RegisterBatch} is {@code registerBatch}. */
    public static String transaction(Class<?> request) {
        return TRANSACTIONS.get(request);
    }
}
