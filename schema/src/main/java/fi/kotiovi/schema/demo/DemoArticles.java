package fi.kotiovi.schema.demo;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the office has written down: an article in three languages each, published, some of them due for review. */
final class DemoArticles {
    private static final int WRITTEN_DAYS_AGO = 150;

    private final Seed seed = new Seed("articles");
    private final World world;
    private final List<DemoStaff.Person> keepers = new ArrayList<>();
    private final Rows.Table articles;
    private final Rows.Table versions;
    private final Rows.Table texts;

    DemoArticles(World world, DemoOffices offices, DemoStaff staff) {
        this.world = world;
        keepers.addAll(staff.with("AGENT", offices.all().getFirst()));
        articles = world.rows().table("article", "id, owner_id, review_on, published, created_at");
        versions = world.rows().table("article_version", "article_id, version, topic_code, audience, staff_id, at");
        texts = world.rows().table("article_text", "article_id, version, language, title, words, body");
        var last = "";
        UUID article = seed.any();
        for (var line : Bank.lines("articles.tsv")) {
            if (!line.getFirst().equals(last)) {
                article = begin(line);
                last = line.getFirst();
            }
            texts.add(
                    article,
                    1,
                    line.get(4),
                    line.get(5),
                    line.get(6),
                    line.get(7).replace(" ¶ ", "\n\n"));
        }
    }

    private UUID begin(List<String> line) {
        var at = WorkDays.at(world.today().minusDays(WRITTEN_DAYS_AGO), LocalTime.of(10, 30));
        var article = seed.id(at);
        var keeper = seed.pick(keepers);
        articles.add(article, keeper.id(), world.today().plusDays(Integer.parseInt(line.get(3))), 1, at);
        versions.add(article, 1, line.get(1), line.get(2), keeper.id(), at);
        return article;
    }
}
