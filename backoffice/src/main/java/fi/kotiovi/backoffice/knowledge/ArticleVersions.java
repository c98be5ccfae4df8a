package fi.kotiovi.backoffice.knowledge;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.knowledge.Article;
import fi.kotiovi.domain.knowledge.ArticleVersion;
import fi.kotiovi.domain.knowledge.Articles;
import java.util.function.IntConsumer;

/** All versions of an article: who saved it when, read in a window, brought back with one press. */
class ArticleVersions extends Div {
    private static final long serialVersionUID = 1;

    private final transient Articles articles;
    private final Article article;
    private final transient IntConsumer restore;
    private final boolean mayRestore;

    ArticleVersions(Articles articles, Article article, boolean mayRestore, IntConsumer restore) {
        this.articles = articles;
        this.article = article;
        this.mayRestore = mayRestore;
        this.restore = restore;
        addClassNames("card", "stack");
        var list = new OrderedList();
        list.addClassName("plain");
        articles.versions(article.id()).forEach(version -> list.add(item(version)));
        add(new H2(getTranslation("knowledge.versions")), list);
    }

    private ListItem item(ArticleVersion version) {
        var open = Buttons.link(getTranslation("knowledge.version", version.number()), () -> open(version));
        var row = new Div(open);
        row.addClassNames("row", "wrap");
        if (Integer.valueOf(version.number()).equals(article.published())) {
            row.add(new Pill(getTranslation("knowledge.published"), Pill.Tone.MOSS));
        }
        var who = version.author() + ", " + Formats.dated(version.at(), Languages.current());
        var from = version.restoredFrom();
        var facts = new Paragraph(from == null ? who : who + " · " + getTranslation("knowledge.restored", from));
        facts.addClassNames("soft", "small");
        return new ListItem(row, facts);
    }

    private void open(ArticleVersion version) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("knowledge.version", version.number()));
        var texts = new Div();
        texts.addClassName("version-texts");
        articles.texts(article.id(), version.number()).forEach((language, text) -> {
            var body = new Paragraph(text.body());
            body.addClassName("typed");
            var words = new Span(text.words());
            words.addClassNames("soft", "small");
            texts.add(new Div(new H3(text.title()), body, words));
        });
        dialog.add(texts);
        dialog.getFooter().add(Buttons.line(getTranslation("close"), dialog::close));
        if (mayRestore && version.number() < article.newest()) {
            dialog.getFooter().add(Buttons.primary(getTranslation("knowledge.restore"), () -> {
                dialog.close();
                restore.accept(version.number());
            }));
        }
        dialog.open();
    }
}
