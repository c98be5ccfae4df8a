package fi.kotiovi.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ArchitectureTest {
    private static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fi.kotiovi");

    @Test
    void views_ask_the_domain_and_never_the_database() {
        noClasses()
                .that()
                .resideInAPackage("fi.kotiovi.portal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fi.kotiovi.db..", "org.jooq..")
                .because("a rule that sits in a query of a screen exists twice as soon as there is a second screen")
                .check(PORTAL);
    }

    @Test
    void the_portal_knows_nothing_of_the_office() {
        noClasses()
                .that()
                .resideInAPackage("fi.kotiovi.portal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fi.kotiovi.backoffice..", "org.quartz..", "org.springframework.mail..")
                .because("the site that faces the internet holds no staff view, no job and no mail secret")
                .check(PORTAL);
    }

    @Test
    void nothing_lives_in_the_root_package() {
        noClasses()
                .should()
                .resideInAPackage("fi.kotiovi")
                .because("Vaadin would scan one application's views into the other")
                .check(PORTAL);
    }

    @Test
    void services_do_not_travel_with_the_session() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Component.class)
                .and()
                .haveRawType(serviceOrOurs())
                .should()
                .haveModifier(JavaModifier.TRANSIENT)
                .because("a view is session state, and a service in it would be too")
                .check(PORTAL);
    }

    @Test
    void beans_come_through_constructors() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .because("what a class needs is said where it is made")
                .check(PORTAL);
    }

    @Test
    void there_is_no_front_end_build() {
        noClasses()
                .should()
                .beAnnotatedWith(NpmPackage.class)
                .orShould()
                .beAnnotatedWith(JsModule.class)
                .orShould()
                .beAnnotatedWith(CssImport.class)
                .orShould()
                .beAnnotatedWith(JavaScript.class)
                .because("each of them would ask for Node.js and minutes of build on every machine")
                .check(PORTAL);
    }

    private static DescribedPredicate<JavaClass> serviceOrOurs() {
        return DescribedPredicate.describe(
                "is a Spring service or component",
                type -> type.isMetaAnnotatedWith(org.springframework.stereotype.Component.class)
                        && !type.isAssignableTo(Component.class));
    }
}
