package org.voltrail.network.channel;

import java.time.Duration;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.orderer.BatchSize;
import org.hyperledger.fabric.protos.orderer.BatchTimeout;

/** The orderer group's batch limits. */
final class BatchValues {
    private BatchValues() {}

    static BatchSettings read(ConfigGroup ordererGroup) throws ConfigException {
        BatchSize size = ConfigValues.get(ordererGroup, ConfigKeys.BATCH_SIZE, BatchSize.parser());
        Duration timeout = timeout(ConfigValues.get(ordererGroup, ConfigKeys.BATCH_TIMEOUT, BatchTimeout.parser()).getTimeout());
        requirePositive("max message count", size.getMaxMessageCount());
        requirePositive("absolute max bytes", size.getAbsoluteMaxBytes());
        requirePositive("preferred max bytes", size.getPreferredMaxBytes());
        if (Integer.compareUnsigned(size.getPreferredMaxBytes(), size.getAbsoluteMaxBytes()) > 0) {
            throw new ConfigException("Attempted to set the batch size preferred max bytes (%s) greater than the absolute max bytes (%s)."
                    .formatted(Integer.toUnsignedString(size.getPreferredMaxBytes()), Integer.toUnsignedString(size.getAbsoluteMaxBytes())));
        }
        return new BatchSettings(bounded(size.getMaxMessageCount()), bounded(size.getAbsoluteMaxBytes()), bounded(size.getPreferredMaxBytes()), timeout);
    }

    private static Duration timeout(String text) throws ConfigException {
        Duration timeout = GoDuration.parse(text);
        if (timeout.isZero()) {
            throw new ConfigException("Attempted to set the batch timeout to a non-positive value: " + text);
        }
        return timeout;
    }

    private static void requirePositive(String name, int value) throws ConfigException {
        if (value == 0) {
            throw new ConfigException("Attempted to set the batch size " + name + " to an invalid value: 0");
        }
    }

    /** The configuration's numbers are unsigned; what is beyond an int is as good as no limit. */
    private static int bounded(int unsigned) {
        return unsigned < 0 ? Integer.MAX_VALUE : unsigned;
    }
}
