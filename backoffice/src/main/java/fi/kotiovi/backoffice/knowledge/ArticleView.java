package fi.kotiovi.backoffice.knowledge;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Icon;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.knowledge.Article;
import fi.kotiovi.domain.knowledge.ArticleWriting;
import fi.kotiovi.domain.knowledge.Articles;
import fi.kotiovi.domain.knowledge.LocalText;
import fi.kotiovi.domain.knowledge.Saving;
import fi.kotiovi.vocabulary.StaffRole;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One article: written by whoever answers, published by whoever leads, read by everybody here. */
@Route("knowledge/:id([0-9a-f-]{36})")
@RouteAlias("knowledge/new")
@PermitAll
public class ArticleView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient Articles articles;
    private final transient ArticleWriting writing;
    private final Caller.Staff me;
    private @Nullable ArticleForm form;
    private String title = "";

    public ArticleView(Articles articles, ArticleWriting writing, Callers callers) {
        this.articles = articles;
        this.writing = writing;
        me = (Caller.Staff) callers.anybody();
        addClassNames("sheet", "article");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get("id").map(UUID::fromString);
        if (id.isEmpty() && !mayWrite()) {
            throw new NotFoundException();
        }
        show(id.map(article -> articles.one(article).orElseThrow(NotFoundException::new)));
    }

    private boolean mayWrite() {
        return me.isAny(StaffRole.AGENT, StaffRole.MANAGER);
    }

    private void show(Optional<Article> article) {
        removeAll();
        title = article.map(one -> one.title().in(Languages.current()))
                .orElseGet(() -> getTranslation("knowledge.new"));
        var back = new Anchor("knowledge");
        back.add(Icon.BACK.picture(), new Span(getTranslation("knowledge.back")));
        back.addClassName("back");
        add(back, new H1(title));
        if (!mayWrite()) {
            article.ifPresent(this::read);
            return;
        }
        var written = new ArticleForm(articles.topics());
        form = written;
        article.ifPresent(one -> {
            var newest = articles.versions(one.id()).getFirst();
            written.show(newest.topic(), newest.audience(), articles.texts(one.id(), one.newest()));
            add(lead(one));
        });
        add(written, actions(article));
        article.ifPresent(one -> {
            var below = new Div(
                    new ArticleCare(writing, one, me, sentence -> saved(one.id(), sentence)),
                    new ArticleVersions(articles, one, true, version -> restore(one.id(), version)));
            below.addClassName("article-below");
            add(below);
        });
    }

    private Paragraph lead(Article article) {
        var lead = new Paragraph(getTranslation(
                article.published() == null
                        ? "knowledge.state.never"
                        : article.hasProposal() ? "knowledge.state.proposal" : "knowledge.state.published",
                article.newest()));
        lead.addClassNames("notice", article.hasProposal() ? "sun" : "moss");
        return lead;
    }

    /** For whoever only looks something up. */
    private void read(Article article) {
        var version = article.published();
        var text = version == null
                ? LocalText.EMPTY
                : articles.texts(article.id(), version).getOrDefault(Languages.current(), LocalText.EMPTY);
        var body = new Paragraph(version == null ? getTranslation("knowledge.state.never") : text.body());
        body.addClassName("typed");
        var card = new Div(body);
        card.addClassName("card");
        add(card);
    }

    private Div actions(Optional<Article> article) {
        var row = new Div(Buttons.line(getTranslation("knowledge.save"), () -> save(article, false)));
        row.addClassNames("row", "actions");
        if (me.isAny(StaffRole.MANAGER)) {
            article.filter(Article::hasProposal)
                    .ifPresent(one -> row.add(
                            Buttons.quiet(getTranslation("knowledge.publish", one.newest()), () -> publish(one))));
            row.add(Buttons.primary(getTranslation("knowledge.saveAndPublish"), () -> save(article, true)));
        }
        return row;
    }

    private void publish(Article article) {
        writing.publish(article.id(), article.newest());
        saved(article.id(), getTranslation("knowledge.publish.done"));
    }

    private void save(Optional<Article> article, boolean publish) {
        var written = form;
        if (written == null) {
            return;
        }
        var text = written.written(article.map(Article::newest).orElse(0));
        var outcome = article.map(one -> writing.save(one.id(), text)).orElseGet(() -> writing.begin(text));
        switch (outcome) {
            case Saving.Saved done -> {
                if (publish) {
                    writing.publish(done.article(), done.version());
                }
                saved(done.article(), getTranslation(publish ? "knowledge.publish.done" : "knowledge.save.done"));
            }
            case Saving.Incomplete incomplete -> {
                written.mark(incomplete.gaps());
                Say.problem(getTranslation("knowledge.incomplete"));
            }
            case Saving.Overtaken newer -> Say.problem(getTranslation("knowledge.overtaken", newer.newest()));
        }
    }

    private void restore(UUID article, int version) {
        if (writing.restore(article, version) instanceof Saving.Saved) {
            saved(article, getTranslation("knowledge.restore.done", version));
        }
    }

    private void saved(UUID article, String sentence) {
        Say.done(sentence);
        show(articles.one(article));
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, "knowledge/" + article));
    }

    @Override
    public String getPageTitle() {
        return title + " · Kotiovi";
    }
}
