package org.voltrail.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.voltrail.model.json.CanonicalJson;

/** Rule tables that are files beside the classes that apply them. They are part of the chaincode: every peer has the same. */
public final class Resources {
    private Resources() {}

    /**
     * Reads a JSON file.
     *
     * @param beside class in whose package the file lies
     * @throws UncheckedIOException if there is no such file
     * @throws LedgerException if it is not of that type
     */
    public static <T> T read(Class<?> beside, String name, Class<T> type) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new FileNotFoundException(beside.getPackageName() + ": " + name);
            }
            return CanonicalJson.read(file.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
