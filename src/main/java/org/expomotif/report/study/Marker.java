package org.expomotif.report.study;

import java.util.List;
import java.util.Locale;

/**
 * The marker of a first activation: a shape and a colour; the shapes differ, for readers who do not see the colours.
 */
enum Marker {
    EXPONENTIAL("#d62839", true) {
        @Override
        String outline(double x, double y) {
            return circle(x, y, R);
        }
    },
    RELU("#255c99", true) {
        @Override
        String outline(double x, double y) {
            return polygon(x, y, -R, -R, R, -R, R, R, -R, R);
        }
    },
    SIGMOID("#f7b32b", true) {
        @Override
        String outline(double x, double y) {
            return polygon(x, y, 0, -R - 1, R + 1, R, -R - 1, R);
        }
    },
    TANH("#109648", true) {
        @Override
        String outline(double x, double y) {
            return polygon(x, y, 0, R + 1, R + 1, -R, -R - 1, -R);
        }
    },
    SOFTPLUS("#8a5fbf", true) {
        @Override
        String outline(double x, double y) {
            return polygon(x, y, 0, -R - 2, R + 1, 0, 0, R + 2, -R - 1, 0);
        }
    },
    LINEAR("#6b7280", false) {
        @Override
        String outline(double x, double y) {
            return "M" + Canvas.at(x - R, y) + "H" + Canvas.at(x + R, y).split(" ", -1)[0] + "M" + Canvas.at(x, y - R)
                    + "L" + Canvas.at(x, y + R);
        }
    },
    ELU("#0e7490", false) {
        @Override
        String outline(double x, double y) {
            return "M" + Canvas.at(x - R, y - R) + "L" + Canvas.at(x + R, y + R) + "M" + Canvas.at(x - R, y + R) + "L"
                    + Canvas.at(x + R, y - R);
        }
    },
    /** Every modified activation. */
    MODIFIED("#b45309", false) {
        @Override
        String outline(double x, double y) {
            return circle(x, y, R);
        }
    };

    private static final double R = 3.5;

    private final String colour;
    private final boolean filled;

    Marker(String colour, boolean filled) {
        this.colour = colour;
        this.filled = filled;
    }

    /** The marker of an activation. */
    static Marker of(String activation) {
        return List.of(values()).stream()
                .filter(marker -> marker.name().toLowerCase(Locale.ROOT).equals(activation))
                .findFirst()
                .orElse(MODIFIED);
    }

    /** The data of the marker's path. */
    abstract String outline(double x, double y);

    String fill() {
        return filled ? colour : "none";
    }

    String stroke() {
        return colour;
    }

    /** The name in a legend. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String circle(double x, double y, double r) {
        return "M" + Canvas.at(x - r, y) + "a" + r + " " + r + " 0 1 0 " + 2 * r + " 0a" + r + " " + r + " 0 1 0 "
                + -2 * r + " 0";
    }

    private static String polygon(double x, double y, double... corners) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            data.append(i == 0 ? 'M' : 'L').append(Canvas.at(x + corners[i], y + corners[i + 1]));
        }
        return data.append('Z').toString();
    }
}
