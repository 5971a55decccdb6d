package org.expomotif.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A Galaxy wrapper as Galaxy sees it: its macros expanded, its tokens replaced. */
final class GalaxyTool {
    /** Where the wrappers are. */
    static final Path FOLDER = Path.of("galaxy-tools");

    private static final String PREFIX = "expomotif_";

    private final String command;
    private final Element root;
    private final Map<String, Element> macros = new TreeMap<>();
    private final Map<String, String> tokens = new TreeMap<>();

    private GalaxyTool(Path file) {
        String name = String.valueOf(file.getFileName());
        command =
                name.substring(PREFIX.length(), name.length() - ".xml".length()).replace('_', '-');
        root = parse(file);
        Element own = children(root, "macros").getFirst();
        for (Element each : children(own, "import")) {
            collect(parse(FOLDER.resolve(each.getTextContent())));
        }
        collect(own);
        root.removeChild(own);
        expand(root);
        replace(root, tokens);
    }

    /** All wrappers by the name of their command. */
    static Map<String, GalaxyTool> all() {
        Map<String, GalaxyTool> tools = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.filter(file -> String.valueOf(file.getFileName()).matches(PREFIX + ".*\\.xml"))
                    .map(GalaxyTool::new)
                    .forEach(tool -> tools.put(tool.command, tool));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tools;
    }

    private static Element parse(Path file) {
        try {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            return document.getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private void collect(Element parent) {
        children(parent, "token").forEach(token -> tokens.put(token.getAttribute("name"), token.getTextContent()));
        children(parent, "xml").forEach(macro -> macros.put(macro.getAttribute("name"), macro));
    }

    /**
     * Replaces every {@code expand} by its macro, and {@code yield} in the macro by the children of the {@code expand}.
     */
    private void expand(Element parent) {
        for (Element call : children(parent, "expand")) {
            Element macro = (Element) parent.getOwnerDocument().importNode(macro(call.getAttribute("macro")), true);
            replace(macro, arguments(call, macro));
            for (Element yield : descendants(macro, "yield")) {
                splice(yield, call);
            }
            expand(macro);
            splice(call, macro);
        }
        children(parent, "*").forEach(this::expand);
    }

    private Element macro(String name) {
        Element macro = macros.get(name);
        if (macro == null) {
            throw new IllegalStateException(command + ": no macro is called " + name);
        }
        return macro;
    }

    /** Replaces an element by copies of the children of another one. */
    private static void splice(Element place, Element source) {
        for (Node child = source.getFirstChild(); child != null; child = child.getNextSibling()) {
            place.getParentNode().insertBefore(child.cloneNode(true), place);
        }
        place.getParentNode().removeChild(place);
    }

    private static Map<String, String> arguments(Element call, Element macro) {
        Map<String, String> arguments = new LinkedHashMap<>();
        attributes(macro).forEach((name, value) -> {
            if (name.startsWith("token_")) {
                String token = name.substring("token_".length());
                arguments.put("@" + token.toUpperCase(Locale.ROOT) + "@", value);
            }
        });
        attributes(call).forEach((name, value) -> arguments.replace("@" + name.toUpperCase(Locale.ROOT) + "@", value));
        return arguments;
    }

    private static void replace(Node node, Map<String, String> tokens) {
        if (node instanceof Element element) {
            attributes(element).forEach((name, value) -> element.setAttribute(name, replaced(value, tokens)));
        } else if (node.getNodeValue() != null) {
            node.setNodeValue(replaced(node.getNodeValue(), tokens));
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            replace(child, tokens);
        }
    }

    private static String replaced(String text, Map<String, String> tokens) {
        String result = text;
        for (Map.Entry<String, String> token : tokens.entrySet()) {
            result = result.replace(token.getKey(), token.getValue());
        }
        return result;
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        NamedNodeMap map = element.getAttributes();
        for (int i = 0; i < map.getLength(); i++) {
            attributes.put(map.item(i).getNodeName(), map.item(i).getNodeValue());
        }
        return attributes;
    }

    /** The children of that name, or all of {@code *}. */
    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && (name.equals("*") || name.equals(element.getTagName()))) {
                found.add(element);
            }
        }
        return found;
    }

    /** All elements of that name below an element. */
    static List<Element> descendants(Element parent, String name) {
        NodeList list = parent.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < list.getLength(); i++) {
            found.add((Element) list.item(i));
        }
        return found;
    }

    /** The command that it wraps, according to its file name. */
    String command() {
        return command;
    }

    /** The element {@code tool}. */
    Element root() {
        return root;
    }

    /** The template of the command line. */
    String template() {
        return children(root, "command").getFirst().getTextContent();
    }

    /** The parameters of the form at any depth. */
    List<Element> params() {
        return descendants(children(root, "inputs").getFirst(), "param");
    }

    /** The tests. */
    List<Element> tests() {
        return descendants(children(root, "tests").getFirst(), "test");
    }

    @Override
    public String toString() {
        return command;
    }
}
