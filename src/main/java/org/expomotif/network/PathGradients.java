package org.expomotif.network;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.expomotif.network.layer.Layer;
import org.expomotif.network.layer.Tensor;
import org.expomotif.network.layer.Workspace;
import org.expomotif.network.parallel.WorkerTeam;

/**
 * Computes sums of gradients over points of the straight paths from references to samples. The first layer is linear,
 * so its output at a point lies on the straight path between its outputs at the two ends, and the gradients at its
 * output can be added up before its backward pass. Therefore the first layer needs at most two forward passes and one
 * backward pass per path, instead of one of each per point.
 */
final class PathGradients {
    private final Layer first;
    private final List<Layer> above;
    private final WorkerTeam team;
    private final int places;
    private final ConcurrentLinkedQueue<PathWorkspaces> idle = new ConcurrentLinkedQueue<>();

    /**
     * Creates the computation.
     *
     * @param places samples per workspace
     */
    PathGradients(List<Layer> layers, WorkerTeam team, int places) {
        first = layers.getFirst();
        above = layers.subList(1, layers.size());
        this.team = team;
        this.places = places;
    }

    /** The arguments of {@link Evaluator#pathGradients}. */
    record Paths(float[] input, float[] references, int count, double[][] points, int output, OutputScale scale) {}

    /** See {@link Evaluator#pathGradients}. */
    float[] sums(Paths paths) {
        int size = first.in.size();
        if (paths.points.length == 0) {
            return new float[0];
        }
        int[] starts = blocks(paths.points);
        float[] result = new float[Math.multiplyExact(paths.points.length, size)];
        team.run(starts.length - 1, task -> {
            PathWorkspaces found = idle.poll();
            PathWorkspaces workspaces = found != null ? found : new PathWorkspaces();
            workspaces.sum(paths, starts[task], starts[task + 1], result);
            idle.add(workspaces);
        });
        return result;
    }

    /**
     * The first path of every block. The points of a block fit into one workspace, unless the block is a single path.
     */
    private int[] blocks(double[][] points) {
        int[] starts = new int[points.length + 1];
        int blocks = 0;
        int used = 0;
        for (int path = 1; path < points.length; path++) {
            used += points[path - 1].length;
            if (used + points[path].length > places || path - starts[blocks] == places) {
                starts[++blocks] = path;
                used = 0;
            }
        }
        starts[blocks + 1] = points.length;
        return Arrays.copyOf(starts, blocks + 2);
    }

    /** The workspaces of one thread: for the first layer at the ends of paths, and for the other layers at points. */
    private final class PathWorkspaces {
        private final Workspace ends =
                new Workspace(List.of(first), Math.max(2, places), Workspace.Purpose.INPUT_GRADIENT);
        private final Workspace points = new Workspace(above, places, Workspace.Purpose.INPUT_GRADIENT);
        private final int[] pathOf = new int[places];
        private int used;

        void sum(Paths paths, int from, int end, float[] result) {
            Tensor sums = ends.gradient(1);
            int size = first.in.size();
            int sample = -1;
            for (int path = from; path < end; path++) {
                Arrays.fill(sums.data, sums.at(path - from), sums.at(path - from) + sums.size(), 0f);
                if (path / paths.count != sample) {
                    sample = path / paths.count;
                    firstLayer(paths.input, sample * size, 0);
                }
                firstLayer(paths.references, path * size, 1);
                for (double fraction : paths.points[path]) {
                    interpolate((float) fraction);
                    pathOf[used++] = path - from;
                    if (used == places) {
                        add(paths);
                    }
                }
            }
            add(paths);
            first.backward(ends, 0, end - from);
            Tensor gradients = ends.gradient(0);
            for (int path = from; path < end; path++) {
                System.arraycopy(gradients.data, gradients.at(path - from), result, path * size, size);
            }
        }

        private void firstLayer(float[] input, int at, int place) {
            Tensor x = ends.value(0);
            System.arraycopy(input, at, x.data, x.at(place), x.size());
            first.forward(ends, place, place + 1);
        }

        private void interpolate(float fraction) {
            Tensor z = ends.value(1);
            Tensor to = points.value(1);
            interpolate(z.data, z.at(0), z.at(1), fraction, to.data, to.at(used), z.size());
        }

        private static void interpolate(
                float[] z, int sample, int reference, float fraction, float[] y, int iy, int count) {
            for (int i = 0; i < count; i++) {
                y[iy + i] = Math.fma(fraction, z[sample + i] - z[reference + i], z[reference + i]);
            }
        }

        /** Adds the gradients at the points in the workspace to the sums of their paths. */
        private void add(Paths paths) {
            for (Layer layer : above) {
                layer.forward(points, 0, used);
            }
            int edge = above.getLast().exit();
            for (int p = 0; p < used; p++) {
                ChunkEvaluator.seed(points.value(edge), points.gradient(edge), p, paths.output, paths.scale);
            }
            for (Layer layer : above.reversed()) {
                layer.backward(points, 0, used);
            }
            Tensor g = points.gradient(1);
            Tensor sums = ends.gradient(1);
            for (int p = 0; p < used; p++) {
                first.kernels.add(g.data, g.at(p), sums.data, sums.at(pathOf[p]), g.size());
            }
            used = 0;
        }
    }
}
