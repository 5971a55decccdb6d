package org.expomotif.network;

import java.util.Map;

/**
 * The complete state of a training, for a checkpoint. A restored training gives the same results, bit for bit.
 *
 * @param steps number of Adam steps done; dropout depends on it and the seed
 * @param learningRate the current learning rate
 * @param weights every parameter by name, moving statistics included
 * @param means Adam's running mean of gradients for each trained parameter
 * @param squares Adam's running mean of squared gradients for each trained parameter
 */
public record TrainerState(
        long steps,
        double learningRate,
        Map<String, float[]> weights,
        Map<String, float[]> means,
        Map<String, float[]> squares) {}
