package org.expomotif.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.network.kernel.PlainKernels;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;
import org.junit.jupiter.api.Test;

/** A training step allocates no memory, so memory does not grow in a long run. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int BATCH = 17;

    /** Allowance for the measurement itself and for occasional allocations of the JVM. */
    private static final long NOTHING = 4096;

    private static List<NetworkSpec> everyArchitecture() {
        List<NetworkSpec> specs = new ArrayList<>(Cases.small(Activation.named("exponential")));
        specs.add(Cases.small(Activation.named("tanh")).get(6).withoutBatchNorm());
        LayerSpec dropped =
                new LayerSpec.Convolution(5, 7, LayerSpec.Padding.SAME, true, Activation.named("relu"), 0.2);
        LayerSpec.MaxPool pool = new LayerSpec.MaxPool(4, LayerSpec.Padding.SAME);
        LayerSpec.Dense dense = new LayerSpec.Dense(6, true, Activation.named("relu"), 0.5);
        specs.add(new NetworkSpec("dropout", 120, 3, List.of(dropped, dropped, pool, dense)));
        return specs;
    }

    private static long allocated(Trainer trainer, NetworkSpec spec, int steps) {
        byte[][] codes = Cases.codes(BATCH, spec.inputLength(), 1);
        float[] labels = Cases.labels(BATCH * 3, 2);
        long before = THREADS.getTotalThreadAllocatedBytes();
        for (int i = 0; i < steps; i++) {
            trainer.step(codes, labels, i % 2 == 0 ? BATCH : BATCH - 6);
        }
        return THREADS.getTotalThreadAllocatedBytes() - before;
    }

    /** Uses the plain kernels, which allocate nothing even when interpreted. */
    @Test
    void noStepOfAnyArchitectureAllocates() {
        for (NetworkSpec spec : everyArchitecture()) {
            for (int threads = 1; threads <= 2; threads++) {
                Network network = Cases.network(spec, 3, new PlainKernels());
                try (Trainer trainer = network.trainer(new TrainerOptions(BATCH, 1e-3, 1e-6, 1, threads))) {
                    allocated(trainer, spec, 3);
                    long minimum = Long.MAX_VALUE;
                    for (int i = 0; i < 5; i++) {
                        minimum = Math.min(minimum, allocated(trainer, spec, 4));
                    }
                    assertThat(minimum).as(spec.name() + ", threads " + threads).isLessThan(NOTHING);
                }
            }
        }
    }
}
