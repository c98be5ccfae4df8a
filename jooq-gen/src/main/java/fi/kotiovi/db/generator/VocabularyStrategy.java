package fi.kotiovi.db.generator;

import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.meta.Definition;
import org.jooq.meta.EnumDefinition;

/**
 * Puts the enums of the database into {@code fi.kotiovi.vocabulary}, which screens may use, so that one word has one
 * Java type; everything else stays in {@code fi.kotiovi.db}, which screens may not.
 */
public final class VocabularyStrategy extends DefaultGeneratorStrategy {
    @Override
    public String getJavaPackageName(Definition definition, Mode mode) {
        return definition instanceof EnumDefinition
                ? "fi.kotiovi.vocabulary"
                : super.getJavaPackageName(definition, mode);
    }
}
