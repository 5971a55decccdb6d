import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.attribution.AttributionMethod;
import org.expomotif.attribution.DeepLift;
import org.expomotif.attribution.GeneratedReferences;
import org.expomotif.attribution.ExpectedIntegratedGradients;
import org.expomotif.attribution.TargetOutput;
import org.expomotif.attribution.IntegratedGradients;
import org.expomotif.attribution.Mutagenesis;
import org.expomotif.attribution.Saliency;
import org.expomotif.attribution.SmoothGrad;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.network.Evaluator.Explained;
import org.expomotif.network.model.Model;

/**
 * Seconds of every method inside a warm process: {@code java --add-modules jdk.incubator.vector -cp "target/classes:LIBS"
 * bench/AttributionSpeed.java model.zip sequences.fa N THREADS METHODS}. bench/attribution_speed.py --inside CLASSPATH calls it.
 */
final class AttributionSpeed {
    public static void main(String[] args) {
        Model model = Model.read(args[0]);
        List<DnaSequence> all = SequenceFile.readAll(args[1]).subList(0, Integer.parseInt(args[2]));
        var target = new TargetOutput(
                model.network().evaluator(Integer.parseInt(args[3])), 0, Explained.PROBABILITY);
        GeneratedReferences shuffled = GeneratedReferences.shuffled(1);
        Map<String, AttributionMethod> methods = new LinkedHashMap<>();
        methods.put("saliency", new Saliency(true));
        methods.put("smoothgrad", new SmoothGrad(50, 0.15, 1, true));
        methods.put("mutagenesis", new Mutagenesis());
        methods.put("deepshap", new DeepLift(shuffled));
        methods.put("integrated-gradients", new IntegratedGradients(shuffled, 20));
        methods.put(
                "expected-integrated-gradients",
                new ExpectedIntegratedGradients(new GeneratedReferences(shuffled.kind(), 100, 1), 100, 1));
        methods.keySet().retainAll(List.of(args[4].split(",")));
        new Saliency(true).explain(target, all);
        methods.forEach((name, method) -> {
            int repeats = name.equals("saliency") ? 5 : 1;
            method.explain(target, all.subList(0, Math.min(20, all.size())));
            double least = Double.POSITIVE_INFINITY;
            for (int r = 0; r < repeats; r++) {
                long start = System.nanoTime();
                for (int first = 0; first < all.size(); first += 256) {
                    method.explain(target, new ArrayList<>(all.subList(first, Math.min(all.size(), first + 256))));
                }
                least = Math.min(least, (System.nanoTime() - start) / 1e9);
            }
            System.out.println(name + "\t" + least);
        });
        System.exit(0);
    }
}
