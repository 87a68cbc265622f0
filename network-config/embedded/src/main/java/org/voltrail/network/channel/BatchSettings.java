package org.voltrail.network.channel;

import java.time.Duration;

/** How the orderer cuts blocks: at most {@code maxMessages}; {@code absoluteMaxBytes} bounds one transaction; {@code preferredMaxBytes} a block. */
public record BatchSettings(int maxMessages, int absoluteMaxBytes, int preferredMaxBytes, Duration timeout) {}
