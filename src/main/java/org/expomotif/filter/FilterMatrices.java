package org.expomotif.filter;

import java.util.List;
import java.util.stream.IntStream;
import org.expomotif.motif.Motif;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.network.FirstLayerKernel;
import org.expomotif.network.model.Model;
import org.expomotif.run.UserException;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;

/** The first-layer filters of a model as matrices to scan with. */
public final class FilterMatrices {
    private FilterMatrices() {}

    /**
     * Reads the filters {@code filter0, filter1, ...} of a model; the score of a window is the input of the activation
     * function.
     *
     * @throws UserException when the file is not a model, or its filters are wider than any motif
     */
    public static MatrixSet read(String model, ScanSettings settings) {
        Model read = Model.read(model);
        int width = read.network().firstLayerKernel().kernel()[0].length;
        if (width > MotifFile.WIDEST) {
            throw new UserException("the filters of the model are too wide to scan with")
                    .in(model)
                    .expected("at most " + MotifFile.WIDEST + " positions")
                    .found(Integer.toString(width));
        }
        return of(read, settings);
    }

    /** The filters {@code filter0, filter1, ...} of a model that has been read. */
    public static MatrixSet of(Model model, ScanSettings settings) {
        FirstLayerKernel layer = model.network().firstLayerKernel();
        return new MatrixSet(
                IntStream.range(0, layer.bias().length)
                        .mapToObj(f -> ScanMatrix.ofScores("filter" + f, layer.kernel()[f], layer.bias()[f], settings))
                        .toList(),
                settings);
    }

    /** The filters of a model as motifs, to draw them: {@link Motif#ofWeights}. */
    public static List<Motif> motifs(String model) {
        FirstLayerKernel layer = Model.read(model).network().firstLayerKernel();
        return IntStream.range(0, layer.bias().length)
                .mapToObj(f -> Motif.ofWeights("filter" + f, layer.kernel()[f]))
                .toList();
    }
}
