package org.expomotif.network;

import java.util.Map;

/**
 * All that a training depends on, for a checkpoint: restoring it continues with the same bits.
 *
 * @param steps Adam steps done (dropout is drawn from it and the seed)
 * @param learningRate the present rate
 * @param weights every parameter by name, moving statistics included
 * @param means Adam's mean of gradients of each trained parameter
 * @param squares Adam's mean of squared gradients
 */
public record TrainerState(
        long steps,
        double learningRate,
        Map<String, float[]> weights,
        Map<String, float[]> means,
        Map<String, float[]> squares) {}
