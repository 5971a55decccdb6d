package org.expomotif.io.track;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The R tree of a bigWig file, which maps intervals on the sequences to sections of the file. */
final class BigWigIndex {
    private static final int MAGIC = 0x2468ACE0;
    private static final int HEADER = 48;
    private static final int NODE_HEADER = 4;
    private static final int LEAF_ITEM = 32;
    private static final int INNER_ITEM = 24;
    private static final int FAN_OUT = 256;

    private BigWigIndex() {}

    /**
     * A section: consecutive values of one sequence.
     *
     * @param sequence number of the sequence
     * @param start first base
     * @param end position after the last base
     * @param offset position of the first byte, relative to the first section
     * @param size size in bytes
     */
    record Section(int sequence, int start, int end, long offset, int size) {}

    /** A node and the range of sections below it, from {@code first} to {@code end - 1}. */
    private record Node(int first, int end, List<Node> children) {
        int bytes() {
            return NODE_HEADER + (children.isEmpty() ? LEAF_ITEM * (end - first) : INNER_ITEM * children.size());
        }
    }

    /**
     * The bytes of the index.
     *
     * @param sections the sections, sorted by position
     * @param dataAt position of the first section in the file
     * @param at position of the index in the file
     */
    static byte[] of(List<Section> sections, long dataAt, long at) {
        List<List<Node>> levels = levels(sections.size());
        ByteBuffer index = BigWig.little(bytes(levels));
        index.putInt(MAGIC).putInt(FAN_OUT).putLong(sections.size());
        span(index, sections, 0, sections.size());
        index.putLong(at).putInt(1).putInt(0);
        long child = at + HEADER;
        for (List<Node> level : levels) {
            child += level.stream().mapToInt(Node::bytes).sum();
            long next = child;
            for (Node node : level) {
                boolean leaf = node.children.isEmpty();
                index.put((byte) (leaf ? 1 : 0)).put((byte) 0);
                index.putShort((short) (leaf ? node.end - node.first : node.children.size()));
                for (int i = node.first; leaf && i < node.end; i++) {
                    Section section = sections.get(i);
                    span(index, sections, i, i + 1);
                    index.putLong(dataAt + section.offset).putLong(section.size);
                }
                for (Node below : node.children) {
                    span(index, sections, below.first, below.end);
                    index.putLong(next);
                    next += below.bytes();
                }
            }
        }
        return index.array();
    }

    /** Size in bytes of the index of a number of sections. */
    static int bytes(int sections) {
        return bytes(levels(sections));
    }

    private static int bytes(List<List<Node>> levels) {
        return HEADER
                + levels.stream().flatMap(List::stream).mapToInt(Node::bytes).sum();
    }

    /** The levels of nodes, from the root down. */
    private static List<List<Node>> levels(int sections) {
        List<Node> level = new ArrayList<>();
        for (int first = 0; first < Math.max(1, sections); first += FAN_OUT) {
            level.add(new Node(first, Math.min(sections, first + FAN_OUT), List.of()));
        }
        List<List<Node>> levels = new ArrayList<>(List.of(level));
        while (level.size() > 1) {
            List<Node> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += FAN_OUT) {
                List<Node> children = level.subList(i, Math.min(level.size(), i + FAN_OUT));
                above.add(new Node(children.getFirst().first, children.getLast().end, children));
            }
            levels.addFirst(above);
            level = above;
        }
        return levels;
    }

    /** Appends the start and the end of a range of sections. */
    private static void span(ByteBuffer index, List<Section> sections, int first, int end) {
        if (first == end) {
            index.putLong(0).putLong(0);
            return;
        }
        Section last = sections.get(end - 1);
        index.putInt(sections.get(first).sequence).putInt(sections.get(first).start);
        index.putInt(last.sequence).putInt(last.end);
    }
}
