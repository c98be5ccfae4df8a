package fi.kotiovi.domain.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fi.kotiovi.domain.DomainConfiguration;
import java.util.Set;
import org.jooq.PlainSQL;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

class ShapeOfTheDomainTest {
    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fi.kotiovi.domain");
    private static final Set<String> DATABASE_CLOCKS = Set.of(
            "now",
            "currentTimestamp",
            "currentOffsetDateTime",
            "currentInstant",
            "currentDate",
            "currentLocalDate",
            "currentLocalDateTime",
            "localDateTime");

    @Test
    void the_rules_were_really_looked_at() {
        assertThat(DOMAIN.size()).isGreaterThan(60);
    }

    @Test
    void knows_no_screens_and_no_servlets() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin..", "jakarta.servlet..", "org.springframework.web..")
                .because("both applications and the jobs use the same rules, and rules outlive screens")
                .check(DOMAIN);
    }

    @Test
    void writes_no_sql_as_text() {
        noClasses()
                .should()
                .callCodeUnitWhere(
                        describe("plain SQL", call -> call.getTarget().isAnnotatedWith(PlainSQL.class)))
                .because("only typed SQL is checked against the schema by the compiler and cannot be injected into")
                .check(DOMAIN);
    }

    @Test
    void maps_rows_by_constructors_and_not_by_name() {
        noClasses()
                .should()
                .callCodeUnitWhere(describe(
                        "fetchInto and its kin",
                        call -> call.getTargetOwner().getPackageName().startsWith("org.jooq")
                                && (call.getName().equals("fetchInto")
                                        || call.getName().equals("fetchOneInto")
                                        || call.getName().equals("fetchOptionalInto")
                                        || call.getName().equals("into"))))
                .because("a renamed column must fail the build and not leave a field empty at run time")
                .check(DOMAIN);
    }

    @Test
    void takes_its_collaborators_through_the_constructor() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .because("what a class needs is then visible, final and given before its first use")
                .check(DOMAIN);
    }

    @Test
    void throws_exceptions_that_say_what_they_are() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS
                .because("an expected refusal is a sealed result, and a bug deserves a name")
                .check(DOMAIN);
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
                .because("what a server has to say goes to its log")
                .check(DOMAIN);
    }

    @Test
    void asks_only_the_injected_clock_what_time_it_is() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(DomainConfiguration.class)
                .should()
                .callCodeUnitWhere(describe(
                        "a clock of its own",
                        call -> (call.getTargetOwner().getPackageName().equals("java.time")
                                        && (call.getName().startsWith("system")
                                                || (call.getName().equals("now")
                                                        && call.getTarget()
                                                                .getRawParameterTypes()
                                                                .isEmpty())))
                                || (call.getTargetOwner().isEquivalentTo(DSL.class)
                                        && DATABASE_CLOCKS.contains(call.getName()))))
                .because("a test, and an investigation of what happened, must be able to set the time")
                .check(DOMAIN);
    }

    @Test
    void one_noun_never_needs_another_that_needs_it() {
        slices().matching("fi.kotiovi.domain.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a noun that can be read alone can be understood, tested and replaced alone")
                .check(DOMAIN);
    }

    @Test
    void has_services_that_remember_nothing_of_a_request() {
        classes()
                .that()
                .areAnnotatedWith(Component.class)
                .or()
                .areAnnotatedWith(Service.class)
                .should()
                .notHaveModifier(JavaModifier.STATIC)
                .andShould()
                .haveOnlyFinalFields()
                .because("services are shared by all requests and keep nothing of any of them")
                .check(DOMAIN);
    }
}
