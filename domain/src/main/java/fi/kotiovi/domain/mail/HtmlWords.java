package fi.kotiovi.domain.mail;

import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A letter in HTML as plain words: no markup, nothing hidden, quotations marked as programs for plain text do. */
final class HtmlWords {
    private static final Set<String> BLOCKS = Set.of(
            "p", "div", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "section", "hr", "body");
    private static final int DEEPEST = 200;

    private HtmlWords() {}

    static String of(String html) {
        if (html.isBlank()) {
            return "";
        }
        var document = Jsoup.parse(html);
        document.select("script, style, head, title, template, [hidden], [style~=(?i)display\\s*:\\s*none]")
                .remove();
        var words = new StringBuilder();
        write(document.body(), words, 0);
        return words.toString()
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static void write(Node node, StringBuilder words, int depth) {
        if (node instanceof TextNode text) {
            words.append(text.text().replace('\u00a0', ' '));
        } else if (node instanceof Element element) {
            if (depth > DEEPEST) {
                words.append(element.text());
                return;
            }
            element(element, words, depth);
        }
    }

    private static void element(Element element, StringBuilder words, int depth) {
        switch (element.normalName()) {
            case "br" -> words.append('\n');
            case "blockquote" -> quote(element, words, depth);
            case "li" -> {
                newLine(words);
                words.append("- ");
                children(element, words, depth);
                newLine(words);
            }
            default -> {
                var block = BLOCKS.contains(element.normalName());
                if (block) {
                    newLine(words);
                }
                children(element, words, depth);
                if (block) {
                    newLine(words);
                }
                if (element.normalName().equals("p")) {
                    words.append('\n');
                }
            }
        }
    }

    private static void quote(Element element, StringBuilder words, int depth) {
        var inner = new StringBuilder();
        children(element, inner, depth);
        newLine(words);
        words.append(inner.toString()
                .strip()
                .lines()
                .map(line -> "> " + line.strip())
                .collect(Collectors.joining("\n")));
        newLine(words);
    }

    private static void children(Element element, StringBuilder words, int depth) {
        element.childNodes().forEach(child -> write(child, words, depth + 1));
    }

    private static void newLine(StringBuilder words) {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != '\n') {
            words.append('\n');
        }
    }
}
