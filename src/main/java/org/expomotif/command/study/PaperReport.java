package org.expomotif.command.study;

import java.nio.file.Path;
import java.util.List;
import org.expomotif.benchmark.paper.Summary;
import org.expomotif.benchmark.paper.SummaryRow;
import org.expomotif.benchmark.paper.TrialRow;
import org.expomotif.command.option.OutDirOption;
import org.expomotif.io.Outputs;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.report.study.StudyPage;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Provenance;
import org.expomotif.run.RunRecord;

/** The files that show the trials of the whole study beside its published figures. */
final class PaperReport {
    private static final String SUMMARY = "summary.tsv";
    private static final String PAGE = "study.html";
    private static final String MATCHES = "match_fraction.svg";
    private static final String RECOVERY = "recovery.svg";

    /** The names of the files. */
    static final List<String> FILES = List.of(SUMMARY, PAGE, MATCHES, RECOVERY, OutDirOption.RECORD);

    private PaperReport() {}

    /** Writes the files into a folder. */
    static void write(Path folder, List<TrialRow> trials, RunRecord run) {
        OutputGroup.allOrNone(() -> {
            writeAll(folder, trials, run.provenance());
            Outputs.writeText(folder.resolve(OutDirOption.RECORD).toString(), run.json());
            return folder;
        });
    }

    private static void writeAll(Path folder, List<TrialRow> trials, Provenance provenance) {
        List<String> record = provenance.lines();
        TsvWriter.write(folder.resolve(SUMMARY).toString(), SummaryRow.class, provenance, Summary.table(trials));
        StudyPage.write(folder.resolve(PAGE).toString(), trials, record);
        StudyPage.writeMatchPlot(folder.resolve(MATCHES).toString(), trials, record);
        StudyPage.writeRecoveryPlot(folder.resolve(RECOVERY).toString(), trials, record);
    }
}
