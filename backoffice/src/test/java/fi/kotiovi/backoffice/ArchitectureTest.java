package fi.kotiovi.backoffice;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** The rules of the house, as far as a machine can see them. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fi.kotiovi.backoffice");

    @Test
    void views_ask_the_domain_and_never_the_database() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fi.kotiovi.db..", "org.jooq..")
                .because("rules live in the domain; whoever reads tables past it reads past the rights too"));
    }

    @Test
    void nothing_stands_in_the_common_root() {
        check(noClasses()
                .should()
                .resideInAPackage("fi.kotiovi")
                .because("Vaadin would scan one app's views into the other"));
    }

    @Test
    void beans_stay_out_of_the_session() {
        check(fields().that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Component.class)
                .and(holdABean())
                .should()
                .beFinal()
                .andShould()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.TRANSIENT)
                .because("a view is session state, a bean is not"));
    }

    @Test
    void what_a_class_needs_comes_through_its_constructor() {
        check(noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .because("a field that Spring fills can be empty, a constructor argument cannot"));
    }

    @Test
    void nothing_asks_for_a_frontend_build() {
        for (var annotation : new Class<?>[] {NpmPackage.class, JsModule.class, CssImport.class, JavaScript.class}) {
            check(classes()
                    .should(com.tngtech.archunit.lang.conditions.ArchConditions.not(
                            beAnnotatedWith(annotation.asSubclass(java.lang.annotation.Annotation.class))))
                    .because("with it the build needs Node, npm and minutes"));
        }
    }

    @Test
    void every_page_says_who_may_open_it() {
        check(classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(AnonymousAllowed.class)
                .because("a page without an answer is closed to all or open to all, by accident"));
    }

    @Test
    void jobs_only_tick() {
        check(classes()
                .that()
                .areAssignableTo(Job.class)
                .should()
                .resideInAPackage("fi.kotiovi.backoffice.job")
                .because("what a job does is a rule or a letter, and both have a place of their own"));
        check(noClasses()
                .that()
                .resideInAPackage("fi.kotiovi.backoffice.job")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin..", "jakarta.mail..")
                .because("a ticker calls one thing and knows nothing of screens or sockets"));
    }

    @Test
    void the_frame_knows_no_page() {
        check(noClasses()
                .that()
                .resideInAPackage("fi.kotiovi.backoffice.shell")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "fi.kotiovi.backoffice.contact..",
                        "fi.kotiovi.backoffice.visit..",
                        "fi.kotiovi.backoffice.key..",
                        "fi.kotiovi.backoffice.job..")
                .because("pages stand in the frame, not the other way round"));
        check(slices().matching("fi.kotiovi.backoffice.(contact|visit|key|notification|job)..")
                .should()
                .beFreeOfCycles()
                .because("whoever reads one part must not have to read all"));
    }

    private static DescribedPredicate<JavaField> holdABean() {
        return DescribedPredicate.describe(
                "hold a bean",
                field -> field.getRawType().isAnnotatedWith(Service.class)
                        || field.getRawType().isMetaAnnotatedWith(org.springframework.stereotype.Component.class)
                        || field.getRawType().isAssignableTo(java.time.Clock.class));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(OURS);
    }
}
