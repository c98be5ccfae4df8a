package fi.kotiovi.db.generator;

import fi.kotiovi.schema.EmbeddedDatabase;
import fi.kotiovi.schema.Migration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;

/** Starts PostgreSQL, migrates it, and writes {@code fi.kotiovi.db} and its vocabulary; does nothing while the migrations are unchanged. */
public final class GenerateDb {
    private GenerateDb() {}

    /**
     * Generates if anything changed.
     *
     * @param arguments the folder of the migrations, and the folder to generate into
     */
    public static void main(String[] arguments) throws Exception {
        var target = Path.of(arguments[1]);
        var stamp = target.resolve("schema.sha256");
        var fingerprint = fingerprint(Path.of(arguments[0]));
        if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
            return;
        }
        try (var database = EmbeddedDatabase.temporary()) {
            GenerationTool.generate(configuration(database, target));
        }
        Files.writeString(stamp, fingerprint);
    }

    private static Configuration configuration(EmbeddedDatabase database, Path target) {
        return new Configuration()
                .withJdbc(new Jdbc()
                        .withDriver("org.postgresql.Driver")
                        .withUrl(database.jdbcUrl())
                        .withUser(Migration.OWNER))
                .withGenerator(new Generator()
                        .withStrategy(new Strategy().withName(VocabularyStrategy.class.getName()))
                        .withDatabase(
                                new Database()
                                        .withName("org.jooq.meta.postgres.PostgresDatabase")
                                        .withInputSchema("public")
                                        .withOutputSchemaToDefault(true)
                                        .withExcludes(
                                                "flyway_schema_history|counter_has_units|office_has_line_rule|ticket_moves|ticket_tells"))
                        .withGenerate(new Generate()
                                .withDaos(false)
                                .withPojos(false)
                                .withGlobalObjectReferences(true)
                                .withJavadoc(false))
                        .withTarget(
                                new Target().withPackageName("fi.kotiovi.db").withDirectory(target.toString())));
    }

    private static String fingerprint(Path migrations) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(Constants.FULL_VERSION.getBytes(StandardCharsets.UTF_8));
        try (var files = Files.list(migrations)) {
            for (var file : files.sorted().toList()) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
