package fi.kotiovi.portal.shell;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Everything is closed except the sign-in page, its files, and whether the site is alive. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        http.authorizeHttpRequests(
                rules -> rules.requestMatchers("/actuator/health", "/kotiovi.css", "/icon.svg", "/calendar/*")
                        .permitAll());
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView(LoginView.class)
                        // an address that leads nowhere gets a page that says so, not an empty refusal
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        http.formLogin(form -> form.failureHandler((request, response, failure) -> {
            request.getSession().setAttribute(LoginView.TRIED_AS, request.getParameter("username"));
            response.sendRedirect(request.getContextPath() + "/login?" + reason(failure));
        }));
        return http.build();
    }

    private static String reason(Exception failure) {
        return switch (failure) {
            case LockedException locked -> LoginView.THROTTLED;
            case InternalAuthenticationServiceException broken -> LoginView.UNAVAILABLE;
            default -> LoginView.WRONG;
        };
    }
}
