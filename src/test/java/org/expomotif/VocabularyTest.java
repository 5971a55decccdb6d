package org.expomotif;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages, help and other string literals of the program keep to the vocabulary of {@code docs/glossary.md}. */
class VocabularyTest {
    private static final Path SOURCES = Path.of("src/main/java");

    private static final String RATED =
            "base|class|column|epoch|filter|gradient|line|motif|position|reference|region|row|"
                    + "second|sequence|site|step|trial|window";

    /** Words that are not used, and the words to use instead. */
    private static final List<Rule> RULES = List.of(
            rule("(?<!there )\\b(is|are) no\\b(?! longer| more)", "'is not a ...', 'not a FASTA file'"),
            rule("\\b(has|have) not (a|an|the)\\b", "'differs from ... (expected 200, found 198)', 'lacks'"),
            rule("\\bso many\\b", "the number, named: 'n references per sequence'"),
            rule("\\bgreatest\\b", "'maximum' or 'highest'"),
            rule("(?<!\\bat )\\bleast\\b", "'minimum' or 'lowest'; 'at least N' is fine"),
            rule("\\b(tells?|told)\\b", "'reports', 'detected' or 'reported'"),
            rule("\\b(wants?|whoever)\\b", "'needs', 'expected', or the plain subject"),
            rule("\\bbehind\\b", "'after' for time and order"),
            rule("\\bof equals\\b", "'ties go to the first'"),
            rule("\\b(one \\w+|(two|three|\\d+) \\w+s) an? (" + RATED + ")\\b", "'per': 'one score per base'"),
            rule(
                    "\\b(bases|bits|columns|gradients|inputs|lines|motifs|points|references|rows|samples|scores|"
                            + "sequences|sites|values|windows) an? (" + RATED + ")\\b",
                    "'per': 'gradients per reference'"));

    private record Rule(Pattern pattern, String better) {}

    private record Literal(Path file, long line, String text) {}

    private static Rule rule(String pattern, String better) {
        return new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), better);
    }

    @Test
    void literalsKeepToTheVocabulary() {
        List<String> faults = new ArrayList<>();
        for (Literal literal : literals(SOURCES)) {
            faults.addAll(faults(literal));
        }
        assertThat(faults).as("string literals outside the vocabulary").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the file is no FASTA",
                "the sequence has not the length of the model",
                "for so many classes",
                "Greatest p-value of a site.",
                "Least score of a site.",
                "the one of least p-value, of equals the first.",
                "a missing part is told",
                "needs two files and wants --targets",
                "the line behind the header",
                "One score a base.",
                "3 to 7 motifs a sequence.",
                "gradients a reference."
            })
    void theRulesFind(String text) {
        assertThat(faults(new Literal(Path.of("A.java"), 1, text))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "there is no column of that name",
                "the folder is no longer there",
                "expected at least 1, found 0",
                "one score per base",
                "the file ends within a sequence",
                "a region that contains a motif",
                "1 if a sequence has it",
                "bases of a sequence"
            })
    void theRulesLeaveAlone(String text) {
        assertThat(faults(new Literal(Path.of("A.java"), 1, text))).isEmpty();
    }

    private static List<String> faults(Literal literal) {
        return RULES.stream()
                .filter(rule -> rule.pattern().matcher(literal.text()).find())
                .map(rule -> String.format(
                        Locale.ROOT,
                        "%n%s:%d: \"%s\"%n    better: %s",
                        literal.file(),
                        literal.line(),
                        literal.text(),
                        rule.better()))
                .toList();
    }

    /**
     * All string literals of the sources under a folder; those joined by + are one, with {} for what is not literal.
     */
    private static List<Literal> literals(Path folder) {
        List<Literal> literals = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> files = Files.walk(folder)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new LiteralScanner(unit, positions, literals).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(literals).hasSizeGreaterThan(1000);
        return literals;
    }

    private static final class LiteralScanner extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Literal> literals;

        LiteralScanner(CompilationUnitTree unit, SourcePositions positions, List<Literal> literals) {
            this.unit = unit;
            this.positions = positions;
            this.literals = literals;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void unused) {
            if (literal.getValue() instanceof String text) {
                add(literal, text);
            }
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree binary, Void unused) {
            StringBuilder joined = new StringBuilder();
            if (binary.getKind() == Tree.Kind.PLUS && join(binary, joined)) {
                add(binary, joined.toString());
                return null;
            }
            return super.visitBinary(binary, null);
        }

        /**
         * Appends the operands of a sum and scans those that are not literals; returns whether one is a string literal.
         */
        private boolean join(ExpressionTree tree, StringBuilder joined) {
            if (tree instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                joined.append(text);
                return true;
            }
            if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                boolean left = join(sum.getLeftOperand(), joined);
                return join(sum.getRightOperand(), joined) || left;
            }
            if (!(tree instanceof ParenthesizedTree)) {
                joined.append("{}");
            }
            scan(tree, null);
            return false;
        }

        private void add(Tree tree, String text) {
            long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
            literals.add(new Literal(Path.of(unit.getSourceFile().getName()), line, text));
        }
    }
}
