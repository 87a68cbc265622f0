package org.voltrail.topology;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The chaincode's definition on the channel. Its sequence is not in it: the channel knows it.
 *
 * @param name name on the channel
 * @param version version of this definition
 * @param endorsementPolicy a channel policy's path ({@code /Channel/…}) or a signature policy ({@code AND('A.peer',…)})
 * @param collections file of private data collections beside {@code network.yaml}; null for the implicit ones alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Chaincode(String name, String version, String endorsementPolicy, @Nullable String collections) {}
