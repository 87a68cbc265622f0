package org.voltrail.topology;

/**
 * The channel.
 *
 * @param name its name: lower-case letters, digits, dots and dashes
 * @param capabilities what its members must understand
 * @param policies who may do what to it
 * @param batch when a block is cut
 * @param raft the consensus protocol's settings
 */
public record Channel(String name, Capabilities capabilities, Policies policies, Batch batch, Raft raft) {
    /**
     * Capability levels.
     *
     * @param channel of everybody
     * @param orderer of the ordering nodes
     * @param application of the peers
     */
    public record Capabilities(String channel, String orderer, String application) {}

    /**
     * When the orderer cuts a block, whichever comes first.
     *
     * @param timeout time since the first waiting transaction, as {@code 100ms} or {@code 2s}
     * @param maxMessages transactions in a block
     * @param absoluteMaxBytes a larger transaction is refused
     * @param preferredMaxBytes size of a block with more than one transaction
     */
    public record Batch(String timeout, int maxMessages, String absoluteMaxBytes, String preferredMaxBytes) {}

    /**
     * Raft.
     *
     * @param tickInterval length of a tick
     * @param electionTick ticks without a heartbeat after which a follower stands for election
     * @param heartbeatTick ticks between heartbeats
     * @param maxInflightBlocks blocks proposed and not yet agreed on
     * @param snapshotIntervalSize bytes of log between snapshots
     */
    public record Raft(String tickInterval, int electionTick, int heartbeatTick, int maxInflightBlocks, String snapshotIntervalSize) {}
}
