package org.voltrail.network.channel;

import org.jspecify.annotations.Nullable;

/** A channel configuration that is not sound, or an update that must not be made; the message has Fabric's wording where it has one. */
public final class ConfigException extends Exception {
    public ConfigException(String message) {
        super(message);
    }

    public ConfigException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
