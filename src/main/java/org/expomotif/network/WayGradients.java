package org.expomotif.network;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.expomotif.network.Evaluator.Explained;

/**
 * Sums of gradients over points of the straight ways from references to samples. The first layer is linear, so its
 * output at a point lies on the straight way between its outputs at the two ends, and the gradients behind it can be
 * added up before one pass brings them back through it: it is run twice and once a way instead of at every point.
 */
final class WayGradients {
    private final Layer first;
    private final List<Layer> above;
    private final Team team;
    private final int places;
    private final ConcurrentLinkedQueue<Room> idle = new ConcurrentLinkedQueue<>();

    /** Works with workspaces of so many samples. */
    WayGradients(List<Layer> layers, Team team, int places) {
        first = layers.getFirst();
        above = layers.subList(1, layers.size());
        this.team = team;
        this.places = places;
    }

    /** What is asked for. */
    record Ways(float[] input, float[] references, int count, double[][] points, int output, Explained explained) {}

    /** See {@link Evaluator#wayGradients}. */
    float[] sums(Ways ways) {
        int size = first.in.size();
        if (ways.points.length == 0) {
            return new float[0];
        }
        int[] starts = blocks(ways.points);
        float[] result = new float[Math.multiplyExact(ways.points.length, size)];
        team.run(starts.length - 1, task -> {
            Room found = idle.poll();
            Room room = found != null ? found : new Room();
            room.sum(ways, starts[task], starts[task + 1], result);
            idle.add(room);
        });
        return result;
    }

    /** Where blocks of ways begin whose points fit a workspace together, or of one way. */
    private int[] blocks(double[][] points) {
        int[] starts = new int[points.length + 1];
        int blocks = 0;
        int used = 0;
        for (int way = 1; way < points.length; way++) {
            used += points[way - 1].length;
            if (used + points[way].length > places || way - starts[blocks] == places) {
                starts[++blocks] = way;
                used = 0;
            }
        }
        starts[blocks + 1] = points.length;
        return Arrays.copyOf(starts, blocks + 2);
    }

    /** What one thread works with: the first layer at the ends of ways, the others at points. */
    private final class Room {
        private final Workspace ends =
                new Workspace(List.of(first), Math.max(2, places), Workspace.Purpose.INPUT_GRADIENT);
        private final Workspace points = new Workspace(above, places, Workspace.Purpose.INPUT_GRADIENT);
        private final int[] wayOf = new int[places];
        private int used;

        void sum(Ways ways, int from, int end, float[] result) {
            Tensor sums = ends.gradient(1);
            int size = first.in.size();
            int sample = -1;
            for (int way = from; way < end; way++) {
                Arrays.fill(sums.data, sums.at(way - from), sums.at(way - from) + sums.size(), 0f);
                if (way / ways.count != sample) {
                    sample = way / ways.count;
                    firstLayer(ways.input, sample * size, 0);
                }
                firstLayer(ways.references, way * size, 1);
                for (double along : ways.points[way]) {
                    interpolate((float) along);
                    wayOf[used++] = way - from;
                    if (used == places) {
                        add(ways);
                    }
                }
            }
            add(ways);
            first.backward(ends, 0, end - from);
            Tensor gradients = ends.gradient(0);
            for (int way = from; way < end; way++) {
                System.arraycopy(gradients.data, gradients.at(way - from), result, way * size, size);
            }
        }

        private void firstLayer(float[] input, int at, int place) {
            Tensor x = ends.value(0);
            System.arraycopy(input, at, x.data, x.at(place), x.size());
            first.forward(ends, place, place + 1);
        }

        private void interpolate(float along) {
            Tensor z = ends.value(1);
            Tensor to = points.value(1);
            interpolate(z.data, z.at(0), z.at(1), along, to.data, to.at(used), z.size());
        }

        private static void interpolate(
                float[] z, int sample, int reference, float along, float[] y, int iy, int count) {
            for (int i = 0; i < count; i++) {
                y[iy + i] = Math.fma(along, z[sample + i] - z[reference + i], z[reference + i]);
            }
        }

        /** Adds the gradients at the points that are in place, each to its way's. */
        private void add(Ways ways) {
            for (Layer layer : above) {
                layer.forward(points, 0, used);
            }
            int edge = above.getLast().exit();
            for (int p = 0; p < used; p++) {
                ChunkEvaluator.seed(points.value(edge), points.gradient(edge), p, ways.output, ways.explained);
            }
            for (Layer layer : above.reversed()) {
                layer.backward(points, 0, used);
            }
            Tensor g = points.gradient(1);
            Tensor sums = ends.gradient(1);
            for (int p = 0; p < used; p++) {
                first.kernels.add(g.data, g.at(p), sums.data, sums.at(wayOf[p]), g.size());
            }
            used = 0;
        }
    }
}
