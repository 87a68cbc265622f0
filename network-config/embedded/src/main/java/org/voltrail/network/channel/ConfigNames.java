package org.voltrail.network.channel;

import java.util.regex.Pattern;

/** The names that Fabric allows for channels and for elements of a configuration. */
final class ConfigNames {
    private static final int MAX_LENGTH = 249;
    private static final Pattern CHANNEL_ID = Pattern.compile("[a-z][a-z0-9.-]*");
    private static final Pattern ELEMENT = Pattern.compile("[a-zA-Z0-9.-]+");

    private ConfigNames() {}

    static void requireChannelId(String channelId) throws ConfigException {
        if (channelId.isEmpty()) {
            throw new ConfigException("bad channel ID: channel ID illegal, cannot be empty");
        }
        if (channelId.length() > MAX_LENGTH) {
            throw new ConfigException("bad channel ID: channel ID illegal, cannot be longer than " + MAX_LENGTH);
        }
        if (!CHANNEL_ID.matcher(channelId).matches()) {
            throw new ConfigException("bad channel ID: '" + channelId + "' contains illegal characters");
        }
    }

    static void requireElement(String name) throws ConfigException {
        if (name.isEmpty()) {
            throw new ConfigException("config ID illegal, cannot be empty");
        }
        if (name.length() > MAX_LENGTH) {
            throw new ConfigException("config ID illegal, cannot be longer than " + MAX_LENGTH);
        }
        if (name.equals(".") || name.equals("..")) {
            throw new ConfigException("name '" + name + "' for config ID is not allowed");
        }
        if (!ELEMENT.matcher(name).matches()) {
            throw new ConfigException("config ID '" + name + "' contains illegal characters");
        }
    }

    /** A modification policy: a name, or a path of names. */
    static void requireModPolicy(String modPolicy) throws ConfigException {
        if (modPolicy.isEmpty()) {
            throw new ConfigException("mod_policy not set");
        }
        for (String name : (modPolicy.startsWith("/") ? modPolicy.substring(1) : modPolicy).split("/", -1)) {
            requireElement(name);
        }
    }
}
