import java.io.File;
import nextflow.config.control.ConfigParser;
import nextflow.script.control.ParanoidWarning;
import nextflow.script.control.ScriptParser;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;

/**
 * Holds scripts (.nf) and configurations (.config) to Nextflow's strict syntax, with the parser that `nextflow lint`
 * uses; that command itself fails in 25.04.4.
 *
 * <p>Ends with 1 when there is an error.
 */
public final class NfLint {
    private int errors;
    private int warnings;

    private NfLint() {}

    public static void main(String[] files) {
        System.exit(new NfLint().lint(files) == 0 ? 0 : 1);
    }

    private int lint(String... files) {
        ScriptParser scripts = new ScriptParser();
        ConfigParser configurations = new ConfigParser();
        for (String file : files) {
            if (file.endsWith(".nf")) {
                scripts.parse(new File(file));
            } else {
                configurations.parse(new File(file));
            }
        }
        scripts.analyze();
        configurations.analyze();
        scripts.compiler().getSources().values().forEach(this::report);
        configurations.compiler().getSources().values().forEach(this::report);
        System.out.println(files.length + " files, " + errors + " errors, " + warnings + " warnings");
        return errors + warnings;
    }

    private void report(SourceUnit source) {
        var collector = source.getErrorCollector();
        if (collector.getErrors() != null) {
            for (var message : collector.getErrors()) {
                errors++;
                if (message instanceof SyntaxErrorMessage syntax) {
                    var cause = syntax.getCause();
                    tell(source, cause.getStartLine(), cause.getStartColumn(), "error: " + cause.getOriginalMessage());
                } else {
                    tell(source, 0, 0, "error: " + message);
                }
            }
        }
        if (collector.getWarnings() != null) {
            for (var warning : collector.getWarnings()) {
                if (!(warning instanceof ParanoidWarning)) {
                    warnings++;
                    var where = warning.getContext();
                    tell(source, where.getStartLine(), where.getStartColumn(), "warning: " + warning.getMessage());
                }
            }
        }
    }

    private static void tell(SourceUnit source, int line, int column, String what) {
        System.out.println(source.getName() + ":" + line + ":" + column + ": " + what);
    }
}
